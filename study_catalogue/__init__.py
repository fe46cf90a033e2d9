"""The study-path and bottleneck-occupation database: building it from data files, and asking it.

    from study_catalogue import open_catalogue
    catalogue = open_catalogue()
    catalogue.places_named("Genk")

Imports nothing of ours from outside this folder; holds no wording.
"""

from .catalogue import Catalogue, open_catalogue
from .records import (
    Academy,
    AcademyFilter,
    AfterKind,
    Dual,
    Fact,
    Helpline,
    Institution,
    Job,
    Listing,
    Name,
    NameKind,
    Nearby,
    Option,
    OptionFilter,
    Place,
    Source,
    Status,
    Theme,
)

__all__ = [
    "Academy",
    "AcademyFilter",
    "AfterKind",
    "Catalogue",
    "Dual",
    "Fact",
    "Helpline",
    "Institution",
    "Job",
    "Listing",
    "Name",
    "NameKind",
    "Nearby",
    "Option",
    "OptionFilter",
    "Place",
    "Source",
    "Status",
    "Theme",
    "open_catalogue",
]
