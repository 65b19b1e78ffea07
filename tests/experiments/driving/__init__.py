"""Running many jobs: nothing that is finished is lost, and nothing hangs, whatever is killed."""
