import Dispatch
import Synchronization

/// Runs the chunks of a computation on several threads and lets them hand in what they found in the order of
/// the chunks.
///
/// How work is split must not depend on the number of threads; then no result does either. A worker that is
/// ahead waits with its one partial result until those before it are handed in, so no more partial results
/// than threads are alive.
enum ParallelChunks {
    /// Runs `work` for each chunk, then `merge` for each chunk in order.
    ///
    /// - Parameters:
    ///   - count: the number of chunks.
    ///   - control: threads; progress in chunks; cancellation between chunks.
    ///   - makeWorker: makes the working memory of one thread; called at most once a thread.
    ///   - work: computes a chunk; must touch nothing but the worker and what only this chunk writes.
    ///   - merge: hands in a chunk; calls come in the order of the chunks and never overlap.
    static func run<Worker>(
        count: Int,
        control: RunControl,
        makeWorker: () -> Worker,
        work: (Int, Worker) throws(GraphError) -> Void,
        merge: (Int, Worker) -> Void
    ) throws(GraphError) {
        let threads = max(1, min(control.threads, count))
        guard threads > 1 else {
            let worker = makeWorker()
            for chunk in 0..<count {
                try control.poll()
                try work(chunk, worker)
                merge(chunk, worker)
                control.progress?(chunk + 1, count)
            }
            return
        }
        let next = Atomic(0)
        let failure = Mutex<GraphError?>(nil)
        // Of the chunks taken and not handed in there is one a thread at most, and they follow each other, so
        // each has a gate to itself; the one before opens it.
        let gates = (0..<threads).map { _ in DispatchSemaphore(value: 0) }
        gates[0].signal()
        func runWorker() {
            let worker = makeWorker()
            while true {
                let chunk = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard chunk < count else { return }
                var isWhole = false
                if failure.withLock({ $0 == nil }) {
                    do throws(GraphError) {
                        try control.poll()
                        try work(chunk, worker)
                        isWhole = true
                    } catch {
                        failure.withLock { $0 = $0 ?? error }
                    }
                }
                gates[chunk % threads].wait()
                if isWhole, failure.withLock({ $0 == nil }) {
                    merge(chunk, worker)
                    control.progress?(chunk + 1, count)
                }
                gates[(chunk + 1) % threads].signal()
            }
        }
        withoutActuallyEscaping(runWorker) { runWorker in
            // The closures share nothing but what the caller promises to write in one chunk only.
            nonisolated(unsafe) let runWorker = runWorker
            DispatchQueue.concurrentPerform(iterations: threads) { _ in runWorker() }
        }
        if let error = failure.withLock({ $0 }) { throw error }
    }

    /// The vertices or sources of a chunk.
    static func range(_ chunk: Int, size: Int, count: Int) -> Range<Int> {
        chunk * size..<min(count, (chunk + 1) * size)
    }
}
