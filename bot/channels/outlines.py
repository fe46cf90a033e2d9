"""Lines around and between the areas of a grid of numbers, smoothed, so that neighbours share the same line."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

Corner = tuple[int, int]  # x, y between the cells
Line = list[tuple[float, float]]  # x, y in cells
Edge = tuple[Corner, Corner]


def outlines(grid: NDArray[np.int16], tolerance: float) -> tuple[list[Line], list[Line]]:
    """Closed lines around what is not 0, and open lines between areas of different numbers.

    tolerance: how far, in cells, a line may pass from the corners it leaves out
    """
    outer, inner = _edges(grid)
    meeting = {corner for edge in inner for corner in edge} & {corner for edge in outer for corner in edge}
    meeting |= {corner for corner, count in _degrees(inner).items() if count != 2}
    land = [_joined(parts, tolerance) for parts in _paths(outer, meeting)]
    return land, [_plain(path, tolerance) for parts in _paths(inner, meeting) for path in parts]


def _edges(grid: NDArray[np.int16]) -> tuple[list[Edge], list[Edge]]:
    """Of cells: those with 0 on one side, and those between two numbers."""
    padded = np.pad(grid, 1)
    outer: list[Edge] = []
    inner: list[Edge] = []
    for dy, dx in ((0, 1), (1, 0)):
        first = padded[: padded.shape[0] - dy, : padded.shape[1] - dx]
        second = padded[dy:, dx:]
        for row, column in zip(*np.nonzero(first != second), strict=True):
            x, y = int(column), int(row)  # of the corner, once the border of zeros is taken off
            edge = ((x, y - 1), (x, y)) if dx else ((x - 1, y), (x, y))
            both = first[row, column] and second[row, column]
            (inner if both else outer).append(edge)
    return outer, inner


def _degrees(edges: Iterable[Edge]) -> Counter[Corner]:
    return Counter(corner for edge in edges for corner in edge)


def _paths(edges: list[Edge], meeting: set[Corner]) -> Iterator[list[list[Corner]]]:
    """Each connected line, cut where others meet it."""
    neighbours: defaultdict[Corner, list[Corner]] = defaultdict(list)
    for one, other in edges:
        neighbours[one].append(other)
        neighbours[other].append(one)
    ends = sorted(corner for corner, near in neighbours.items() if len(near) != 2)
    for start in (*ends, *sorted(meeting), *sorted(neighbours)):
        while neighbours[start]:
            yield list(_cut(_walk(start, neighbours), meeting))


def _walk(start: Corner, neighbours: defaultdict[Corner, list[Corner]]) -> list[Corner]:
    """Until there is nowhere to go; every edge is taken once."""
    path = [start]
    while neighbours[path[-1]]:
        here = path[-1]
        there = neighbours[here].pop()
        neighbours[there].remove(here)
        path.append(there)
    return path


def _cut(path: list[Corner], meeting: set[Corner]) -> Iterator[list[Corner]]:
    cuts = [0, *(nth for nth in range(1, len(path) - 1) if path[nth] in meeting), len(path) - 1]
    for start, end in zip(cuts, cuts[1:], strict=False):
        yield path[start : end + 1]


def _joined(parts: list[list[Corner]], tolerance: float) -> Line:
    """The parts of a closed line, each made plain, one after the other."""
    return [point for part in parts for point in _plain(part, tolerance)[:-1]]


def _plain(path: list[Corner], tolerance: float) -> Line:
    """The ends, and between them what the line cannot do without (Douglas and Peucker)."""
    points = np.array(path, dtype=np.float64)
    if path[0] == path[-1] and len(path) > 3:  # a ring: its farthest point is an end too
        far = int(np.argmax(np.hypot(*(points - points[0]).T)))
        return [*_plain(path[: far + 1], tolerance)[:-1], *_plain(path[far:], tolerance)]
    kept = sorted({0, len(path) - 1, *_needed(points, 0, len(path) - 1, tolerance)})
    return [(float(x), float(y)) for x, y in points[kept]]


def _needed(points: NDArray[np.float64], first: int, last: int, tolerance: float) -> Iterator[int]:
    if last - first < 2:
        return
    along = points[last] - points[first]
    off = points[first + 1 : last] - points[first]
    length = float(np.hypot(*along))
    away = np.abs(along[0] * off[:, 1] - along[1] * off[:, 0]) / length if length else np.hypot(*off.T)
    nth = first + 1 + int(np.argmax(away))
    if away[nth - first - 1] > tolerance:
        yield from _needed(points, first, nth, tolerance)
        yield nth
        yield from _needed(points, nth, last, tolerance)
