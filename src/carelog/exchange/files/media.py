"""Tell photos and recordings from other files by their names; carelog keeps words, so they are counted and left."""

from __future__ import annotations

from collections.abc import Iterable
from posixpath import splitext

from carelog.exchange.files.remark import Remark
from carelog.wording.files import imports as words

_PICTURES = {"jpg", "jpeg", "png", "gif", "webp", "heic", "heif", "avif", "bmp", "tif", "tiff", "svg"}
_AUDIO = {"mp3", "m4a", "aac", "wav", "ogg", "oga", "opus", "flac", "amr"}
_VIDEO = {"3gp", "mp4", "mov", "m4v", "mkv", "webm"}
_OTHERS = _AUDIO | _VIDEO | {"pdf"}


def is_media(name: str) -> bool:
    """Whether a file is a photo, a recording or another attachment, judged by the end of its name."""
    return _ending(name) in _PICTURES | _OTHERS


def media_left(names: Iterable[str]) -> list[Remark]:
    """Remarks that say how many of these files are photos, recordings and attachments, which are not imported."""
    endings = [_ending(name) for name in names]
    return counted_media_left(sum(each in _PICTURES for each in endings), sum(each in _OTHERS for each in endings))


def counted_media_left(photos: int, others: int = 0) -> list[Remark]:
    """Remarks about so many photos, and recordings and attachments, that are not imported."""
    remarks = [Remark(0, words.pictures_left(photos))] if photos else []
    return remarks + ([Remark(0, words.left_behind(others, "recordings and attachments"))] if others else [])


def _ending(name: str) -> str:
    return splitext(name)[1][1:].lower()
