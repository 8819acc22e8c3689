internal import Entente
internal import Foundation

/// Writes to standard output and standard error.
enum Output {
    enum Failure: Error {
        /// Whoever read the output went away: that is no error of ours.
        case closedPipe
        case other(String)
    }

    /// Writes text to standard output, all of it.
    static func write(_ text: String) throws {
        try write(Array(text.utf8), to: STDOUT_FILENO)
    }

    /// Writes text to standard error; where that fails there is nobody left to tell.
    static func standardError(_ text: String) {
        do {
            try write(Array(text.utf8), to: STDERR_FILENO)
        } catch {
            return
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
                continue
            }
            if errno == EINTR { continue }
            throw errno == EPIPE ? Failure.closedPipe : Failure.other(String(cString: strerror(errno)))
        }
    }

    /// Writes problems to standard error, with a count at the end where there are several.
    static func problems(_ problems: [Problem]) {
        let shown = problems.filter { $0.severity == .error }
        var text = shown.map { $0.rendered + "\n" }.joined()
        if shown.count > 1 { text += "\(shown.count) errors\n" }
        standardError(text)
    }

    /// The columns of the terminal that standard output is, or nil where it is none.
    static var terminalWidth: Int? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 80 }
        return Int(size.ws_col)
    }
}
