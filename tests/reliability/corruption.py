"""Ways in which files are corrupted on a disk: flipped bits, missing ends, pages of zeros or of another place."""

import random
from collections.abc import Callable

PAGE = 4096
Harm = Callable[[bytearray, random.Random], None]


def flip_a_bit(content: bytearray, chance: random.Random) -> None:
    """Flip one bit anywhere."""
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def flip_bits_of_a_sector(content: bytearray, chance: random.Random) -> None:
    """Flip several bits within 512 bytes, as faulty memory or cables do."""
    begin = chance.randrange(len(content)) // 512 * 512
    for _ in range(chance.randint(2, 40)):
        content[begin + chance.randrange(min(512, len(content) - begin))] ^= 1 << chance.randrange(8)


def cut(content: bytearray, chance: random.Random) -> None:
    """Cut off the end."""
    del content[chance.randrange(len(content)) :]


def zero_a_page(content: bytearray, chance: random.Random) -> None:
    """Zero a page, as if it was never written."""
    begin = chance.randrange(len(content)) // PAGE * PAGE
    content[begin : begin + PAGE] = bytes(len(content[begin : begin + PAGE]))


def copy_a_page(content: bytearray, chance: random.Random) -> None:
    """Write a page to the place of another."""
    pages = len(content) // PAGE
    source, target = chance.randrange(pages) * PAGE, chance.randrange(pages) * PAGE
    content[target : target + PAGE] = content[source : source + PAGE]


def overwrite(content: bytearray, chance: random.Random) -> None:
    """Overwrite some bytes with noise."""
    begin = chance.randrange(len(content))
    many = min(chance.randint(1, 2000), len(content) - begin)
    content[begin : begin + many] = chance.randbytes(many)


HARMS: dict[str, Harm] = {
    "a bit": flip_a_bit,
    "bits of a sector": flip_bits_of_a_sector,
    "the end": cut,
    "a page of zeros": zero_a_page,
    "a page of another place": copy_a_page,
    "noise": overwrite,
}
