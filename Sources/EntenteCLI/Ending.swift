internal import ArgumentParser
internal import Entente
internal import EntenteDiagrams
internal import EntenteFormats
internal import Foundation

/// Runs a command and turns whatever ends it into text and an exit status: the one place where that happens.
///
/// | status | meaning |
/// |---|---|
/// | 0 | done; also when the reader of the output went away |
/// | 1 | the answer is "no" |
/// | 2 | bad data or question, or an output that could not be written |
/// | 64 | wrong usage |
enum Ending {
    /// The answer is "no"; its text has been written.
    struct No: Error {}

    static func run(_ command: (some AsyncParsableCommand).Type, arguments: [String]?) async {
        // A closed pipe shall be an error of `write`, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        do {
            var parsed = try command.parseAsRoot(arguments)
            if var asynchronous = parsed as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try parsed.run()
            }
        } catch let error {
            end(with: error, of: command)
        }
    }

    private static func end(with error: any Error, of command: (some ParsableCommand).Type) -> Never {
        switch error {
        case is No:
            Foundation.exit(1)
        case Output.Failure.closedPipe:
            Foundation.exit(0)
        case Output.Failure.other(let message):
            fail("cannot write the output: \(message)")
        case let error as GraphDataError:
            Output.problems(error.problems)
            Foundation.exit(2)
        case let error as Refusal:
            fail(error.message, hint: error.hint)
        case let error as AnalysisError:
            fail(error.message)
        case let error as FormatsError:
            fail(error.path.isEmpty ? error.message : "\(error.path): \(error.message)", hint: error.hint)
        case let error as DiagramError:
            fail(error.message)
        default:
            endUsage(error, of: command)
        }
    }

    /// Help and version go to standard output with status 0, wrong usage to standard error with status 64.
    private static func endUsage(_ error: any Error, of command: (some ParsableCommand).Type) -> Never {
        let status = command.exitCode(for: error).rawValue
        let text = command.fullMessage(for: error)
        if status == 0 {
            do {
                try Output.write(text.hasSuffix("\n") ? text : text + "\n")
            } catch {
                Foundation.exit(0)
            }
            Foundation.exit(0)
        }
        Output.standardError(text.hasSuffix("\n") ? text : text + "\n")
        Foundation.exit(status == 64 ? 64 : 2)
    }

    private static func fail(_ message: String, hint: String? = nil) -> Never {
        Output.standardError("error: \(message)\n" + (hint.map { "hint: \($0)\n" } ?? ""))
        Foundation.exit(2)
    }
}

/// A question that cannot be asked as it stands: an unknown name, a date that is none.
struct Refusal: Error {
    var message: String
    var hint: String?

    init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }
}
