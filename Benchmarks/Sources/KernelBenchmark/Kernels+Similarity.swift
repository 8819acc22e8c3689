import GraphKernel

/// How alike two vertices are, for the pairs of the run.
func similarityKernels() -> [BenchmarkKernel] {
    []
}
