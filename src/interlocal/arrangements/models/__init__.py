from interlocal.arrangements.models.programme import Detail, Track
from interlocal.arrangements.models.releases import Release, ReleasedSheet
from interlocal.arrangements.models.resources import Placing, Resource, Seating, Taking
from interlocal.arrangements.models.sites import Route, Site
from interlocal.arrangements.models.words import Cost, Photo, Words

__all__ = [
    "Cost",
    "Detail",
    "Photo",
    "Placing",
    "Release",
    "ReleasedSheet",
    "Resource",
    "Route",
    "Seating",
    "Site",
    "Taking",
    "Track",
    "Words",
]
