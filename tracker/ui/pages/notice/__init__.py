"""Notice: what stands in the way of showing anything else."""
