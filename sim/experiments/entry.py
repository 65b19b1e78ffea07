"""What every piece of the manifest has in common."""

from pydantic import BaseModel, ConfigDict


class Entry(BaseModel):
    """A piece of the manifest. What a later program adds is passed over."""

    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")
