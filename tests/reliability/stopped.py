"""A file system that takes a request and stops, as a network folder does whose server is gone: raw FUSE, no library.

    python stopped.py FOLDER REQUEST

mounts it at FOLDER, which needs the right to mount, and says "ready". It answers every request before the first of the
kind REQUEST (lookup, open, read) as if every name with a dot was a file, and every other a folder; that one and all
behind it wait. They end,
with an error, when standard input is closed: the kernel ends a connection with the last who holds /dev/fuse.
"""

import ctypes
import os
import struct
import sys
import threading

LOOKUP, GETATTR, OPEN, READ, INIT = 1, 3, 14, 15, 26
STOPS_AT = {"lookup": {LOOKUP, GETATTR}, "open": {OPEN}, "read": {READ}}
FILE, FOLDER, LENGTH_OF_HEADER = 2, 3, 40
"""The numbers of every file and of every folder below the root, which is 1."""
VERSION, MINOR = 7, 31
HEADER, ANSWER = "=IIQQIIII", "=IiQ"
LONGEST = 1 << 20


def attributes(node: int) -> bytes:
    """`struct fuse_attr` of a file or folder by its number."""
    mode = 0o100644 if node == FILE else 0o40755
    return struct.pack("=6Q10I", node, 4096, 8, 0, 0, 0, 0, 0, 0, mode, 1, 0, 0, 0, 4096, 0)


def answer_to(kind: int, node: int, rest: bytes) -> bytes:
    """What is answered to a request before the one at which everything stops."""
    if kind == INIT:
        return struct.pack("=4I2H2I", VERSION, MINOR, 65536, 0, 12, 10, 65536, 1).ljust(64, b"\0")
    if kind == LOOKUP:
        found = FILE if b"." in rest else FOLDER
        return struct.pack("=4Q2I", found, 1, 600, 600, 0, 0) + attributes(found)
    if kind == GETATTR:
        return struct.pack("=Q2I", 600, 0, 0) + attributes(node)
    return struct.pack("=QII", 1, 0, 0)


def serve(device: int, stops_at: set[int]) -> None:
    """Answer requests until one is to be left; take those behind it too, and answer none."""
    stopped = False
    while True:
        request = os.read(device, LONGEST)
        length, kind, unique, node, *_ = struct.unpack_from(HEADER, request)
        assert length == len(request)
        stopped = stopped or kind in stops_at
        if not stopped:
            answer = answer_to(kind, node, request[LENGTH_OF_HEADER:])
            os.write(device, struct.pack(ANSWER, 16 + len(answer), 0, unique) + answer)


def main(folder: str, request: str) -> None:
    """Mount, say so, and go on until standard input is closed."""
    device = os.open("/dev/fuse", os.O_RDWR)
    options = f"fd={device},rootmode=40000,user_id=0,group_id=0".encode()
    library = ctypes.CDLL(None, use_errno=True)
    if library.mount(b"stopped", os.fsencode(folder), b"fuse", 0, options):
        sys.exit(os.strerror(ctypes.get_errno()))
    threading.Thread(target=serve, args=(device, STOPS_AT[request]), daemon=True).start()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
