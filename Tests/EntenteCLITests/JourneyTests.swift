import EntenteTestSupport
import Foundation
import Testing

/// Paths in the order of time, through the command.
@Suite struct JourneyTests {
    private static let graph = "Graphs/us-russia"
    private static let contacts = [
        "--relation", "met,spoke-with,phoned,told,contacted,confronted", "--strict",
    ]
    private static let moody = "Tests/EntenteCLITests/Fixtures/moody-2002.yaml"

    private func answer(_ arguments: [String], status: Int32 = 0) throws -> [String: Any] {
        let result = try Command.run(["path"] + arguments + ["--format", "json"])
        #expect(result.status == status, "\(arguments): \(result.errors)")
        return try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        )
    }

    private func rows(_ answer: [String: Any]) -> [[String: Any]] {
        answer["answer"] as? [[String: Any]] ?? []
    }

    private func connected(_ answer: [String: Any]) -> String? {
        let found = answer["connected"] as? [String: Any]
        return found?["bound"] as? Bool == false ? found?["dates"] as? String : nil
    }

    // MARK: The questions

    @Test(
        "24: Bolton to Zelenskyy by contacts in the order of time is certain",
        arguments: ["earliest-arrival", "latest-departure", "fastest", "fewest-hops"]
    )
    func bolton(by: String) throws {
        let found = try answer(
            [Self.graph, "John Bolton", "Volodymyr Zelenskyy", "--by", by] + Self.contacts
        )
        #expect(connected(found) == "certain")
        let journeys = rows(found)
        #expect(journeys.count == 1)
        #expect(
            journeys.first?["entities"] as? [String] == [
                "john-bolton", "vladimir-putin", "donald-trump", "volodymyr-zelenskyy",
            ]
        )
        #expect(journeys.first?["dates"] as? String == "certain")
        let hops = journeys.first?["hops"] as? [[String: Any]] ?? []
        #expect(hops.first?["when"] as? String == "[..2018-06-28]")
        #expect((hops[1]["claims"] as? [String])?.contains("guide-2026/c055") == true)
        // The claim that leads the second step is of Helsinki, after the first step and before the third.
        if by != "latest-departure" { #expect(hops[1]["when"] as? String == "2018-07-16") }
        let departure = journeys.first?["departure"] as? [String: Any]
        #expect(departure?["latest"] as? String == "2018-06-28")
        #expect(departure?["earliest"] is NSNull)
    }

    @Test("24: it is 2026-01 by meetings alone") func boltonMet() throws {
        let found = try answer([
            Self.graph, "John Bolton", "Volodymyr Zelenskyy", "--by", "earliest-arrival", "--relation", "met",
            "--strict",
        ])
        #expect(connected(found) == "certain")
        let arrival = rows(found).first?["arrival"] as? [String: Any]
        #expect(arrival?["earliest"] as? String == "2026-01-01")
        #expect(arrival?["latest"] as? String == "2026-01-31")
    }

    @Test("26: Isler to Bolton is possible, not certain; to Putin and to Zelenskyy certain") func isler()
        throws
    {
        let bolton = try answer(
            [Self.graph, "Gabriela Isler", "John Bolton", "--by", "earliest-arrival"] + Self.contacts
        )
        #expect(connected(bolton) == "possible")
        #expect(rows(bolton).first?["dates"] as? String == "possible")
        #expect(
            rows(bolton).first?["entities"] as? [String] == [
                "gabriela-isler", "donald-trump", "vladimir-putin", "john-bolton",
            ]
        )
        for name in ["Vladimir Putin", "Volodymyr Zelenskyy"] {
            let found = try answer(
                [Self.graph, "Gabriela Isler", name, "--by", "earliest-arrival"] + Self.contacts
            )
            #expect(connected(found) == "certain", "\(name)")
            #expect(rows(found).contains { $0["dates"] as? String == "certain" }, "\(name)")
        }
        let back = try answer(
            [Self.graph, "Zelenskyy", "Gabriela Isler", "--by", "fewest-hops"] + Self.contacts,
            status: 1
        )
        #expect(rows(back).isEmpty)
        let miss = (back["nearest"] as? [[String: Any]])?.first
        #expect(miss?["entities"] as? [String] == ["volodymyr-zelenskyy", "donald-trump", "gabriela-isler"])
        #expect(miss?["over"] as? String == "2013-12-31")
    }

    // MARK: Known answers

    @Test("the contact network of Moody (2002): delays and hops from vertex 10 on day 40", arguments: 1...16)
    func moody(vertex: Int) throws {
        let delays = [543, 454, 594, 0, 672, 661, 184, 679, 634, 0, 709, 581, 413, 625, 669, 535]
        let hops = [5, 3, 3, 1, 3, 5, 1, 3, 6, 0, 4, 6, 2, 2, 4, 4]
        let arguments = [
            Self.moody, "v10", "v\(vertex)", "--by", "earliest-arrival", "--depart-after", "1970-02-10",
        ]
        guard vertex != 10 else {
            let result = try Command.run(["path"] + arguments)
            #expect(result.status == 2)
            #expect(result.errors == "error: \"v10\" is named twice: a path joins two entities\n")
            return
        }
        let found = try answer(arguments)
        let best = found["best"] as? [String: Any]
        #expect(best?["low"] as? String == Self.day(40 + delays[vertex - 1]))
        #expect(best?["high"] as? String == best?["low"] as? String)
        #expect(connected(found) == "certain")
        #expect(rows(found).map { $0["length"] as? Int } == [hops[vertex - 1]])
        #expect(rows(found).allSatisfy { $0["dates"] as? String == "certain" })
    }

    /// The day some days after 1970-01-01.
    private static func day(_ number: Int) -> String {
        let date = Date(timeIntervalSince1970: Double(number) * 86_400)
        return date.formatted(.iso8601.year().month().day())
    }

    // MARK: Faults

    @Test(
        "what cannot be asked is refused",
        arguments: [
            (["--strict"], "--strict is about paths in the order of time"),
            (["--by", "fastest", "--min-wait", "P1M"], "--min-wait takes a length of time, not \"P1M\""),
            (
                ["--by", "fastest", "--min-wait", "PT36H"],
                "a least wait of 36 hours is not a whole number of days"
            ),
            (
                ["--by", "fastest", "--max-wait", "3 months"],
                "--max-wait takes a length of time, not \"3 months\""
            ),
            (
                ["--by", "fastest", "--max-wait", "3d"],
                "a longest wait can be asked of contacts only, and 18 of"
            ),
            (
                ["--by", "fastest", "--depart-after", "1970-02-01", "--arrive-by", "1970-01-31"],
                "no journey departs on 1970-02-01 at the earliest and arrives by 1970-01-31"
            ),
            (["--by", "fastest", "--as-of", "1970"], "a journey is told as of one day"),
        ]
    )
    func faults(arguments: [String], message: String) throws {
        let result = try Command.run(["path", Self.moody, "v10", "v1"] + arguments)
        #expect(result.status == 2, "\(arguments): \(result.output)")
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test("--k and --by exclude each other; an unknown objective is wrong usage") func usage() throws {
        for arguments in [["--k", "3", "--by", "fastest"], ["--by", "quickest"]] {
            #expect(try Command.run(["path", Self.moody, "v10", "v1"] + arguments).status == 64)
        }
    }
}
