"""The interchange folder: the whole store as plain files, in and out. No lock-in."""

from __future__ import annotations

from refugedesk.services.interchange.exporting import ExportReport, export_folder
from refugedesk.services.interchange.faults import Fault
from refugedesk.services.interchange.importing import ImportReport, import_folder

__all__ = ["ExportReport", "Fault", "ImportReport", "export_folder", "import_folder"]
