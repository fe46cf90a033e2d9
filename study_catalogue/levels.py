"""The levels of options in the codes of the catalogue and the groups that rules speak of."""

from __future__ import annotations

GRADES = ("so-1", "so-2", "so-3")
SECONDARY = (*GRADES, "so-7")
BACHELORS = ("prof_bachelor", "acad_bachelor")
HIGHER = ("graduaat", *BACHELORS, "master")
AFTER_SCHOOL = (*HIGHER, "bachelor")  # as a message names them: a bachelor of either kind too
SHORT_TO_LONG = (*SECONDARY, *HIGHER, "volwassenen")
