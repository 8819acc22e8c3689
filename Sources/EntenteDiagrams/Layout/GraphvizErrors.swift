internal import CGraphviz
internal import Synchronization

/// What Graphviz says through its error callback, joined: one message may come in several calls.
enum GraphvizErrors {
    private static let text = Mutex<String>("")

    /// Forgets earlier messages and begins to listen, so that nothing is written to standard error.
    static func begin() {
        text.withLock { $0 = "" }
        _ = entente_take_error_count()
        entente_catch_errors { message in
            if let message { GraphvizErrors.add(String(cString: message)) }
            return 0
        }
    }

    /// The messages since ``begin()``.
    static func take() -> String {
        text.withLock { text in
            defer { text = "" }
            return text
        }
    }

    private static func add(_ message: String) {
        text.withLock { text in
            // A broken graph can bring thousands of messages; the first ones say what is wrong.
            if text.utf8.count < 2000 { text += message }
        }
    }
}
