import Foundation

// usage: KernelBenchmark generate SHAPE SIZE FOLDER
//        KernelBenchmark serve FOLDER
//        KernelBenchmark kernels
//
// "generate" writes a graph's columns into a folder. "serve" loads the graph in a folder and then answers
// requests, one JSON object a line on the standard input, each with one line on the standard output: it runs a
// kernel once and says how long that took. "kernels" lists what can be asked for.

func perform(_ arguments: [String]) throws {
    switch arguments.first {
    case "generate" where arguments.count == 4:
        guard let size = Int(arguments[2]) else { throw BenchmarkError("no size: \(arguments[2])") }
        try generate(arguments[1], size: size, in: URL(fileURLWithPath: arguments[3]))
    case "serve" where arguments.count == 2:
        try serve(BenchmarkInput(folder: URL(fileURLWithPath: arguments[1])), with: allKernels())
    case "kernels" where arguments.count == 1:
        print(allKernels().map(\.name).joined(separator: "\n"))
    default:
        throw BenchmarkError(
            "usage: KernelBenchmark generate SHAPE SIZE FOLDER | serve FOLDER | kernels"
        )
    }
}

func allKernels() -> [BenchmarkKernel] {
    buildingKernels() + pathKernels() + cohesionKernels() + centralityKernels() + iterativeKernels()
        + communityKernels() + similarityKernels() + temporalKernels()
}

do {
    try perform(Array(CommandLine.arguments.dropFirst()))
} catch {
    FileHandle.standardError.write(Data("KernelBenchmark: \(error)\n".utf8))
    exit(1)
}
