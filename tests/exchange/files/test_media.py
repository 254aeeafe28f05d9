"""Photos and recordings are told by their names, counted and left."""

import pytest

from carelog.exchange.files.media import is_media, media_left


@pytest.mark.parametrize("name", ["a.JPG", "folder/b.heic", "c.m4a", "d.MOV", "e.pdf"])
def test_a_photo_or_recording_is_told_by_the_end_of_its_name(name: str) -> None:
    assert is_media(name)


@pytest.mark.parametrize("name", ["a.json", "png", "jpg.md", "a.jpg.txt", ""])
def test_other_files_are_not_taken_for_photos(name: str) -> None:
    assert not is_media(name)


def test_how_many_were_left_is_said_for_photos_and_for_the_rest() -> None:
    assert [each.message for each in media_left(["a.jpg", "b.png", "c.mp3", "d.txt"])] == [
        "2 photos are not taken along: carelog keeps words.",
        "Recordings and attachments (1 in the file) cannot be taken along. They stay in the other app.",
    ]
    assert media_left(["d.txt"]) == []
