/// How a long computation runs: on how many threads, until when, and who is told.
///
/// The number of threads never changes a result, not by a bit: work is split into chunks that do not depend
/// on it, and partial sums are added in the order of the chunks.
public struct RunControl: Sendable {
    /// The most threads that a computation uses, at least 1.
    public var threads: Int
    /// Polled now and then; the computation throws ``GraphError/Code/cancelled`` soon after it returns true.
    public var isCancelled: (@Sendable () -> Bool)?
    /// Told how many steps of how many are done. Calls never overlap and the first number never falls. An
    /// iterative method counts iterations and may end before the last.
    public var progress: (@Sendable (_ completed: Int, _ total: Int) -> Void)?

    /// Makes a control; the plain `RunControl()` is one thread that nobody watches.
    ///
    /// - Parameter threads: values below 1 count as 1.
    public init(
        threads: Int = 1,
        isCancelled: (@Sendable () -> Bool)? = nil,
        progress: (@Sendable (_ completed: Int, _ total: Int) -> Void)? = nil
    ) {
        self.threads = max(1, threads)
        self.isCancelled = isCancelled
        self.progress = progress
    }

    /// Throws when the run was cancelled.
    func poll() throws(GraphError) {
        if let isCancelled, isCancelled() {
            throw GraphError(.cancelled, "the computation was cancelled")
        }
    }
}

/// Counts cheap steps and asks about cancellation once in many of them.
struct CancellationPoll {
    /// Enough steps to make the call free, few enough to be heard within a millisecond or so.
    private static let interval = 1 << 16

    private let control: RunControl
    private var left = interval

    init(_ control: RunControl) {
        self.control = control
    }

    mutating func step(_ count: Int = 1) throws(GraphError) {
        left &-= count
        if left <= 0 {
            left = Self.interval
            try control.poll()
        }
    }
}
