"""Sends events from a Python backend to Sojourn. The standard library is all it needs."""

from .analytics import Analytics
from .version import VERSION

__all__ = ["Analytics", "VERSION"]
__version__ = VERSION
