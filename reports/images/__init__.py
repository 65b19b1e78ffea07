"""Every figure of a report as a picture for slides and print."""

from reports.images.files import FOLDER, KINDS, write_images

__all__ = ["FOLDER", "KINDS", "write_images"]
