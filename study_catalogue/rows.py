"""Reading data files row by row; a bad row is an error with file, line and reason."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

FIRST_YEAR, LAST_YEAR = 1990, date.today().year  # of a source: none speaks from the future
WEBSITE = re.compile(r"(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s<>]*)?", re.IGNORECASE)


class DataError(Exception):
    """A data file that cannot be built from."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}, line {line}: {reason}")
        self.file, self.line, self.reason = file, line, reason


@dataclass(frozen=True)
class Row:
    """One row of a data file. Every reader below raises DataError when the value does not fit."""

    file: str
    line: int
    values: dict[str, str]

    def fail(self, reason: str) -> NoReturn:
        raise DataError(self.file, self.line, reason)

    def text(self, column: str) -> str:
        """The value without spaces around it; "" when empty or absent."""
        return self.values.get(column, "").strip()

    def need(self, column: str) -> str:
        return self.text(column) or self.fail(f"'{column}' is empty")

    def one_of(self, column: str, allowed: Collection[str]) -> str:
        value = self.text(column)
        if value not in allowed:
            self.fail(f"'{column}' is '{value}'; allowed: {', '.join(sorted(allowed))}")
        return value

    def many(self, column: str, separator: str = "|") -> tuple[str, ...]:
        """The parts of a list, in order, without empty ones; the same part twice is an error."""
        parts = tuple(part.strip() for part in self.text(column).split(separator) if part.strip())
        if len(set(parts)) < len(parts):
            self.fail(f"'{column}' holds the same item twice")
        return parts

    def flag(self, column: str) -> bool:
        return self.one_of(column, ("yes", "no", "")) == "yes"

    def whole(self, column: str, low: int, high: int) -> int | None:
        """Whole number between the bounds; None when empty."""
        value = self.text(column)
        if not value:
            return None
        if not value.isdigit() or not low <= int(value) <= high:
            self.fail(f"'{column}' is '{value}'; expected a whole number from {low} to {high}")
        return int(value)

    def year(self, column: str) -> int:
        year = self.whole(column, FIRST_YEAR, LAST_YEAR)
        return self.fail(f"'{column}' is empty") if year is None else year

    def website(self, column: str) -> str:
        """A host, with or without path, or an http(s) address; "" when empty."""
        value = self.text(column)
        return (
            value if not value or WEBSITE.fullmatch(value) else self.fail(f"'{column}' is '{value}'; expected a site")
        )

    def number(self, column: str, low: float, high: float) -> float:
        value = self.need(column)
        try:
            number = float(value)
        except ValueError:
            self.fail(f"'{column}' is '{value}'; expected a number")
        if not low <= number <= high:
            self.fail(f"'{column}' is {value}; expected {low} to {high}")
        return number

    def day(self, column: str) -> str:
        """ISO date or ""."""
        value = self.text(column)
        try:
            return date.fromisoformat(value).isoformat() if value else ""
        except ValueError:
            self.fail(f"'{column}' is '{value}'; expected a date such as 2026-11-21")


def read_text(path: Path) -> str:
    """Text of a UTF-8 file, line ends as they stand. Raises DataError when it is missing or not UTF-8."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise DataError(path.name, 1, f"file not found in {path.parent}") from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(path.name, content[: error.start].count(b"\n") + 1, "not UTF-8") from None


def read_rows(folder: Path, name: str, columns: Iterable[str]) -> list[Row]:
    """Rows of `folder/name`, a UTF-8 CSV file with at least these columns."""
    reader = csv.reader(io.StringIO(read_text(folder / name), newline=""), strict=True)
    try:
        header: list[str] = next(reader, [])
        _check_header(header, name, tuple(columns))
        rows, line = [], reader.line_num + 1
        for cells in reader:
            rows.append(_row(header, cells, name, line))
            line = reader.line_num + 1
    except csv.Error as error:
        raise DataError(name, reader.line_num, str(error)) from None
    return rows


def _check_header(header: list[str], name: str, columns: tuple[str, ...]) -> None:
    missing = [column for column in columns if column not in header]
    if missing:
        raise DataError(name, 1, f"column missing: {', '.join(missing)}")


def _row(header: list[str], cells: list[str], name: str, line: int) -> Row:
    if len(cells) != len(header):
        raise DataError(name, line, f"{len(cells)} cells, the header has {len(header)}")
    return Row(name, line, dict(zip(header, cells, strict=True)))


def check_unique(rows: Iterable[Row], column: str) -> None:
    seen: dict[str, int] = {}
    for row in rows:
        value = row.need(column)
        if value in seen:
            row.fail(f"'{column}' {value} also stands on line {seen[value]}")
        seen[value] = row.line
