"""Fixtures read row by row, each proved before it is saved: databases round figures and name no row in errors."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from django.core import serializers
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.serializers.base import DeserializationError
from django.db import DatabaseError, models, transaction


class Refused(Exception):
    """The load was refused and nothing was loaded; `sentences` say why."""

    def __init__(self, sentences: Sequence[str]):
        self.sentences = list(sentences)
        super().__init__("\n".join(self.sentences))


def fixture_files(folder: Path) -> list[Path]:
    """The fixtures of a folder in loading order: by folder level, then by name, so number the names."""
    return sorted(folder.rglob("*.json"), key=lambda p: p.relative_to(folder).as_posix())


def raw_rows(files: Iterable[Path], folder: Path) -> Iterator[tuple[str, dict]]:
    """Every row of the files with its place in words; raises `Refused` for a file that holds no rows."""
    for file in files:
        name = file.relative_to(folder).as_posix()
        try:
            rows = json.loads(file.read_text(encoding="utf-8"))
        except ValueError as error:  # JSON or UTF-8
            raise Refused([f"{name} cannot be read: {error}."]) from error
        if not isinstance(rows, list) or not all(_is_row(row) for row in rows):
            raise Refused([f"{name} is no list of rows, each with a model and fields."])
        for number, row in enumerate(rows, 1):
            own = row["fields"].get("code") or row["fields"].get("ref")
            yield f"{name}, row {number}" + (f" ({own})" if own else ""), row


def _is_row(row: object) -> bool:
    return isinstance(row, dict) and isinstance(row.get("model"), str) and isinstance(row.get("fields"), dict)


def load_row(raw: dict, kinds: Iterable[type[models.Model]]) -> models.Model:
    """Save one row of one of these models; raises `Refused` with sentences."""
    if raw["model"].lower() not in {model._meta.label_lower for model in kinds}:
        raise Refused([f"{raw['model']} is no noun of the register that is loaded."])
    if "pk" in raw:
        raise Refused(["A row is named by its code, not by a number."])
    try:
        (found,) = serializers.deserialize("python", [raw])
    except (DeserializationError, FieldDoesNotExist, ValidationError) as error:
        raise Refused([_in_words(error)]) from error
    if found.object.pk is not None:
        raise Refused(["This row stands in an earlier place already."])
    try:
        found.object.full_clean()
        with transaction.atomic():
            found.save()
    except ValidationError as error:
        raise Refused(_sentences(error)) from error
    except DatabaseError as error:
        raise Refused([str(error).strip().splitlines()[0]]) from error
    return found.object


def _in_words(error: Exception) -> str:
    cause = error.__context__ if isinstance(error, DeserializationError) and error.__context__ else error
    told = " ".join(cause.messages) if isinstance(cause, ValidationError) else str(cause)
    about = re.search(r"field_value was '(.*)'$", str(error))
    return f"{about[1]}: {told}" if about else told


def _sentences(error: ValidationError) -> list[str]:
    if not hasattr(error, "error_dict"):
        return error.messages
    return [
        sentence if name == "__all__" else f"{name}: {sentence}"
        for name, sentences in error.message_dict.items()
        for sentence in dict.fromkeys(sentences)
    ]
