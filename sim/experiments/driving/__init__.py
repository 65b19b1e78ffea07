"""Running many jobs: what is done is kept, what is lost is done again, on this machine or on a cluster."""

from sim.experiments.driving.drive import Drive, driver
from sim.experiments.driving.hands import Hands
from sim.experiments.driving.keys import key_of
from sim.experiments.driving.outcome import Failed, Outcome
from sim.experiments.driving.shards import Shard, shard_store, take_shards
from sim.experiments.replication import Values

__all__ = [
    "Drive",
    "Failed",
    "Hands",
    "Outcome",
    "Shard",
    "Values",
    "driver",
    "key_of",
    "shard_store",
    "take_shards",
]
