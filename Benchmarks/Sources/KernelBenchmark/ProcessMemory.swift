import Foundation

#if canImport(Glibc)
    import Glibc
#endif

/// What a run adds to the memory of the process, as Linux counts it; zeros where there is no `/proc`.
struct ProcessMemory {
    /// Bytes resident before the run, at its peak, and after it while its result is held.
    struct Use: Encodable {
        let before: Int
        let peak: Int
        let after: Int
    }

    private let before: Int

    /// Gives freed memory back, notes what is resident, and makes the system forget the peak so far.
    init() {
        _ = Self.trim?(0)
        try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
        before = Self.bytes("VmRSS")
    }

    func use() -> Use {
        Use(before: before, peak: Self.bytes("VmHWM"), after: Self.bytes("VmRSS"))
    }

    /// What gives freed memory back, in the C libraries that have it.
    private static let trim = dlsym(nil, "malloc_trim").map {
        unsafeBitCast($0, to: (@convention(c) (Int) -> Int32).self)
    }

    private static func bytes(_ field: String) -> Int {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix(field + ":") })
        else { return 0 }
        return (line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) * 1024
    }
}
