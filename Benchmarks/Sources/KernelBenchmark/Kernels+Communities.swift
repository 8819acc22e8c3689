import GraphKernel

/// Communities; the seed of the run is the algorithm's.
func communityKernels() -> [BenchmarkKernel] {
    []
}
