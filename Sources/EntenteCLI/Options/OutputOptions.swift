public import ArgumentParser
internal import Entente
internal import Foundation

extension AnswerFormat: ExpressibleByArgument {}

/// How an answer is written.
struct OutputOptions: ParsableArguments {
    @Option(help: "How to write the answer: table, markdown, json or csv.")
    var format: AnswerFormat = .table

    @Flag(help: "Write confidential sources, locators, quotations and speakers too.")
    var includeConfidential = false

    /// Writes an answer; throws `Ending.No` where it is "no", after having written it.
    func write(_ answer: Answer) throws {
        try Output.write(answer.rendered(as: format, width: width))
        if answer.isNo { throw Ending.No() }
    }

    /// Tables fit the terminal; where the output is none they fit the width that `COLUMNS` says, else 120.
    private var width: Int? {
        if let width = Output.terminalWidth { return width }
        return ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init).map { max(40, $0) } ?? 120
    }
}
