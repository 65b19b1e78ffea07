"""Everything that can go wrong and be told in one sentence.

    DetoxSimError                    exit code
    ├── ScenarioError                3   a scenario file is not valid
    ├── ResultsError                 3   a results folder is not valid, or cannot be written
    ├── IncompleteRun                4   some replications are missing
    └── ModelError                   1   a run broke one of its own rules

A message names the place, the value seen and what would be accepted. Anything
else that is raised is a fault of the program: the command line turns it into
one sentence and a log file.
"""


class DetoxSimError(Exception):
    """A fault that the person at the keyboard can understand."""

    exit_code = 1


class ScenarioError(DetoxSimError):
    """One or more faults in a scenario file; `faults` holds a sentence each."""

    exit_code = 3

    def __init__(self, faults: list[str] | str):
        self.faults = [faults] if isinstance(faults, str) else list(faults)
        super().__init__("\n".join(self.faults))


class ResultsError(DetoxSimError):
    """A results folder that is unfinished, damaged or not writable."""

    exit_code = 3


class IncompleteRun(DetoxSimError):
    """Some replications did not finish; the message says how to resume."""

    exit_code = 4


class ModelError(DetoxSimError):
    """A run lost a person, a bed or an hour of work: its results are void."""
