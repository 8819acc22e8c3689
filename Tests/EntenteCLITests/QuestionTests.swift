import EntenteTestSupport
import Foundation
import Testing

/// The analyst's questions on the five documents, each answered by a command of the graph's page
/// (`Graphs/us-russia/README.md`), with the content that a careful reader expects.
@Suite struct QuestionTests {
    static let graph = "Graphs/us-russia"

    /// The JSON of an answer; the command must end with the status expected.
    private func answer(_ arguments: [String], status: Int32 = 0) throws -> [String: Any] {
        let result = try Command.run(arguments + ["--format", "json"])
        #expect(result.status == status, "\(arguments): \(result.errors)")
        return try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        )
    }

    private func rows(_ answer: [String: Any], _ key: String = "answer") -> [[String: Any]] {
        answer[key] as? [[String: Any]] ?? []
    }

    private func strings(_ rows: [[String: Any]], _ key: String) -> [String] {
        rows.compactMap { $0[key] as? String }
    }

    private func claims(_ rows: [[String: Any]]) -> Set<String> {
        Set(rows.flatMap { $0["claims"] as? [String] ?? [] })
    }

    /// The commands on the graph's page, which these tests run.
    static let page: String = {
        let file = SharedData.packageRoot.appendingPathComponent("\(graph)/README.md")
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }()

    /// Splits a command line of the page into words; double quotes keep blanks.
    static func words(_ line: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == " ", !isQuoted {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.append(character)
            }
        }
        return word.isEmpty ? words : words + [word]
    }

    static let commandsOnPage = page.split(separator: "\n").filter { $0.hasPrefix("$ entente ") }
        .map { String($0.dropFirst("$ entente ".count)) }

    @Test("each command on the graph's page runs", arguments: commandsOnPage)
    func runs(_ line: String) throws {
        let result = try Command.run(Self.words(line))
        #expect(result.status == 0 || result.status == 1, "\(line): \(result.errors)")
        #expect(result.errors.isEmpty)
        #expect(!result.output.isEmpty)
    }

    @Test func pageHasCommands() { #expect(Self.commandsOnPage.count >= 18) }

    // MARK: FAQ

    @Test("1: what is the Trump Plan") func trumpPlan() throws {
        let found = rows(
            try answer([
                "claims", Self.graph, "Trump Plan for Ukraine", "--relation", "provides-for", "--include",
                "planned",
            ])
        )
        #expect(found.count == 4)
        #expect(found.allSatisfy { $0["status"] as? String == "proposed" })
        #expect(
            claims(found)
                == ["guide-2026/c132", "guide-2026/c133", "guide-2026/c134", "guide-2026/c135"]
        )
    }

    @Test("3: did Trump lift sanctions in 2025") func sanctions() throws {
        let no = try answer(
            ["claims", Self.graph, "Trump", "Sanctions on Russia", "--relation", "lifted"],
            status: 1
        )
        #expect(rows(no).isEmpty)
        #expect(claims(rows(no, "against")) == ["guide-2026/c140"])
        let kept = rows(
            try answer([
                "claims", Self.graph, "Trump", "--relation", "maintained,threatened", "--during", "2025",
                "--any",
            ])
        )
        #expect(claims(kept).isSuperset(of: ["guide-2026/c143"]))
    }

    @Test("4: where were the talks of 2026") func talks() throws {
        let found = rows(
            try answer(["claims", Self.graph, "Trilateral talks, early 2026", "--relation", "held-at"])
        )
        #expect(Set(strings(found, "to")) == ["abu-dhabi", "riyadh"])
        let who = rows(
            try answer(["claims", Self.graph, "Trilateral talks, early 2026", "--relation", "attended"])
        )
        #expect(
            Set(strings(who, "from")) == [
                "steve-witkoff", "russian-representatives-guide", "ukrainian-officials-guide",
            ]
        )
    }

    @Test("7: is Ukraine involved") func ukraineInvolved() throws {
        let met = rows(try answer(["claims", Self.graph, "Trump", "Zelenskyy", "--relation", "met"]))
        #expect(strings(met, "when") == ["2026-01"])
        #expect((met.first?["venue"] as? [String]) == ["davos"])
        let format = rows(try answer(["claims", Self.graph, "Trilateral leader format"]))
        #expect(strings(format, "relation").contains("opposes"))
        #expect(strings(format, "from").contains("kremlin"))
    }

    // MARK: As of

    @Test("10: offices on 2018-06-28") func offices() throws {
        let held = rows(
            try answer([
                "timeline", Self.graph, "--relation", "holds-office", "--as-of", "2018-06-28", "--certainty",
                "certain",
            ])
        )
        #expect(Set(strings(held, "from")).isSuperset(of: ["donald-trump", "vladimir-putin", "mike-pompeo"]))
        #expect(!strings(held, "from").contains("james-comey"))
        let advisers = rows(
            try answer([
                "timeline", Self.graph, "--relation", "adviser-to,holds-office", "--as-of", "2018-06-28",
                "--certainty", "certain",
            ])
        )
        #expect(Set(strings(advisers, "from")).isSuperset(of: ["yuri-ushakov", "john-bolton"]))
        let former = rows(try answer(["show", Self.graph, "James Comey", "--relation", "holds-office"]))
        #expect(former.first?["latest"] as? String != nil)
    }

    @Test("12: the meeting expected on 2025-08-07") func expectedMeeting() throws {
        let found = rows(
            try answer([
                "claims", Self.graph, "Announced Putin–Trump summit (S4)", "--include", "planned",
                "--known-by", "2025-08-07",
                "--relation", "met,held-at",
            ])
        )
        #expect(strings(found, "status").contains("agreed-in-principle"))
        #expect(strings(found, "when").contains("[2025-08-07..]"))
        #expect(found.contains { $0["to"] as? String == "undisclosed-venue-aug-2025" })
        let known = try answer(
            ["claims", Self.graph, "Alaska", "--known-by", "2025-08-07", "--certainty", "certain"],
            status: 1
        )
        #expect(rows(known).isEmpty)
    }

    // MARK: Paths

    @Test("15: Galeotti and Zelenskyy") func galeotti() throws {
        let found = rows(try answer(["path", Self.graph, "Mark Galeotti", "Volodymyr Zelenskyy"]))
        #expect(found.map { $0["length"] as? Int } == [3, 3])
        let ways = Set(found.compactMap { $0["entities"] as? [String] })
        #expect(
            ways == [
                ["mark-galeotti", "vladimir-putin", "donald-trump", "volodymyr-zelenskyy"],
                ["mark-galeotti", "vladimir-putin", "ukraine", "volodymyr-zelenskyy"],
            ]
        )
        #expect(found.allSatisfy { ($0["support"] as? [String: Any])?["modality"] as? String == "opinion" })
        #expect(
            found.allSatisfy { ($0["caveats"] as? [String])?.contains { $0.contains("commentary") } ?? false }
        )
        let none = try answer(
            ["path", Self.graph, "Galeotti", "Zelenskyy", "--family", "contact,role"],
            status: 1
        )
        #expect(rows(none).isEmpty)
        #expect(!rows(none, "nearest").isEmpty)
    }

    @Test("17: Carlson and the Ukrainian officials of 2026") func carlson() throws {
        let found = rows(try answer(["path", Self.graph, "Tucker Carlson", "ukrainian-officials-guide"]))
        #expect(
            found.compactMap { $0["entities"] as? [String] } == [
                ["tucker-carlson", "steve-witkoff", "ukrainian-officials-guide"]
            ]
        )
        let hops = found.first?["hops"] as? [[String: Any]] ?? []
        #expect(hops.map { $0["when"] as? String } == ["XXXX-03", "[2026-01..2026-04]"])
    }

    @Test("19: Istanbul and Trump") func istanbul() throws {
        let none = try answer(["path", Self.graph, "Istanbul peace talks", "Trump"], status: 1)
        #expect(rows(none).isEmpty)
        let around = try answer(["ego", Self.graph, "Istanbul peace talks", "--radius", "9"])
        let members = Set(strings(rows(around, "members"), "entity"))
        #expect(
            members == [
                "istanbul-peace-talks", "istanbul", "turkish-foreign-ministry",
                "ukrainian-delegation-call-analysis",
                "russian-delegation-call-analysis",
            ]
        )
        #expect(members.isDisjoint(with: ["russia", "ukraine", "donald-trump"]))
    }

    // MARK: Centrality

    @Test("20: the most connected actors") func degree() throws {
        let found = rows(try answer(["rank", Self.graph, "--by", "degree"]))
        #expect(
            strings(found, "entity").prefix(4) == [
                "donald-trump", "vladimir-putin", "russia", "united-states",
            ]
        )
        // The figures of this graph: 571 claims, 252 entities tied by 379 pairs in the usual view.
        #expect(found.first?["score"] as? Int == 93)
    }

    @Test("22: the brokers") func betweenness() throws {
        let found = rows(try answer(["rank", Self.graph, "--by", "betweenness"]))
        #expect(found.first?["entity"] as? String == "donald-trump")
        #expect(
            Set(strings(found, "entity").prefix(4)) == [
                "donald-trump", "united-states", "vladimir-putin", "russia",
            ]
        )
        #expect(strings(found, "entity").prefix(7).contains("steve-witkoff"))
    }

    // MARK: Venues, treaties, dates

    @Test("27: where Trump and Putin met") func venues() throws {
        let found = rows(try answer(["claims", Self.graph, "Trump", "Putin", "--relation", "met"]))
        let places = Set(found.flatMap { $0["venue"] as? [String] ?? [] })
        #expect(places.isSuperset(of: ["moscow", "hamburg", "helsinki", "alaska"]))
        let moscow = found.first { ($0["venue"] as? [String]) == ["moscow"] }
        #expect((moscow?["support"] as? [String: Any])?["disputed"] as? Bool == true)
        #expect(found.contains { $0["venue"] == nil })
    }

    @Test("30: the treaties") func treaties() throws {
        let start = rows(try answer(["claims", Self.graph, "New START", "--relation", "expired"]))
        #expect(strings(start, "when").contains("2026"))
        let inf = rows(try answer(["claims", Self.graph, "INF Treaty", "--family", "treaty-status"]))
        #expect(Set(strings(inf, "relation")).isSuperset(of: ["withdrew-from", "ceased", "expired"]))
        let budapest = rows(
            try answer(["claims", Self.graph, "Budapest Memorandum", "--relation", "violated"])
        )
        #expect(strings(budapest, "when") == ["[1994..]"])
        let status = try answer(["status", Self.graph, "INF Treaty", "--as-of", "2020-01-01"])
        #expect(
            rows(status, "state").contains {
                $0["state"] as? String == "ceased to be in force" && $0["dates"] as? String == "certain"
            }
        )
        #expect((status["contested"] as? [String])?.count == 1)
        let none = try answer(["status", Self.graph, "Final peace treaty (Ukraine)"], status: 1)
        #expect(rows(none, "against").count == 2)
        let peace = try answer(
            ["claims", Self.graph, "Final peace treaty (Ukraine)", "--relation", "signed"],
            status: 1
        )
        #expect(!rows(peace, "against").isEmpty)
    }

    @Test("33: meetings certainly before 2018") func before2018() throws {
        let found = rows(
            try answer([
                "claims", Self.graph, "Trump", "Putin", "--relation", "met", "--within", "../2017-12-31",
            ])
        )
        let certain = Set(
            found.filter { $0["dates"] as? String == "certain" }.flatMap { $0["claims"] as? [String] ?? [] }
        )
        #expect(certain == ["guide-2026/c003", "guide-2026/c012", "guide-2026/c032"])
        let possible = Set(
            found.filter { $0["dates"] as? String == "possible" }.flatMap { $0["claims"] as? [String] ?? [] }
        )
        #expect(possible.isSuperset(of: ["profile-2025/c043", "call-analysis-2025/c067", "guide-2026/c158"]))
    }

    @Test("35: Davos, the talks and the link") func order() throws {
        let relation = try answer(["date", "2026-01", "2026-02"])["relation"] as? [String: [String]]
        #expect(relation?["certain"] == ["meets"])
        let talks = try answer(["date", "[2026-01..2026-04]", "2026-02"])["relation"] as? [String: [String]]
        #expect(talks?["certain"] == [])
        // Before the link, in its month, or after it: the order is undetermined.
        #expect(talks?["possible"] == ["meets", "equals", "metBy", "after"])
    }

    @Test("36: no date is brought in for the wartime alliance") func wartimeAlliance() throws {
        let found = rows(
            try answer(["claims", Self.graph, "Soviet Union", "United States", "--relation", "allied-with"])
        )
        #expect(found.count == 1)
        #expect(found.first?["when"] is NSNull)
        let recognised = rows(try answer(["claims", Self.graph, "Soviet Union", "--relation", "recognised"]))
        #expect(strings(recognised, "when") == ["193X"])
    }

    @Test("38: the day of the Helsinki press conference") func helsinki() throws {
        let found = rows(
            try answer([
                "claims", Self.graph, "Helsinki joint press conference 2018", "--relation", "held-at",
            ])
        )
        #expect(Set(strings(found, "when")) == ["2018-07-01", "2018-07-16"])
        let sources = Set(claims(found).map { $0.split(separator: "/")[0] })
        #expect(sources == ["guide-2026", "profile-2025"])
    }

    /// The conflicts of some kinds, each as its sides' claims.
    private func conflicts(_ kinds: String) throws -> [[[String]]] {
        rows(try answer(["conflicts", Self.graph, "--only", kinds])).compactMap {
            $0["claims"] as? [[String]]
        }
    }

    @Test("40: the hard conflicts, each once, and nothing else as hard") func hardConflicts() throws {
        let hard = try conflicts("hard")
        let conditional = try conflicts("conditional")
        #expect(hard.count == 3)
        func isFound(_ one: String, _ other: String, in list: [[[String]]]) -> Bool {
            list.filter { $0.count == 2 && $0[0].contains(one) && $0[1].contains(other) }.count == 1
        }
        // The year of the pageant; met before 2017; the day in Helsinki.
        #expect(isFound("guide-2026/c004", "call-analysis-2025/c053", in: hard))
        #expect(isFound("guide-2026/c003", "call-analysis-2025/c058", in: hard))
        #expect(isFound("profile-2025/c070", "guide-2026/c060", in: hard))
        // The term of the INF withdrawal; whom Putin prefers; the rate of the tariff.
        #expect(isFound("global24-2025-08-07/c018", "profile-2025/c014", in: conditional))
        #expect(isFound("profile-2025/c048", "profile-2025/c080", in: conditional))
        #expect(isFound("guide-2026/c142", "global24-2025-08-07/c032", in: conditional))
        // Calls in a gap of direct contact, and two firsts.
        #expect(isFound("guide-2026/c092", "global24-2025-08-07/c010b", in: conditional))
        #expect(isFound("guide-2026/c003", "guide-2026/c032", in: conditional))
        #expect(conditional.count == 5)
        let assumed = rows(try answer(["conflicts", Self.graph, "--only", "conditional"]))
        #expect(strings(assumed, "assumes").count == 5)
        #expect(assumed.allSatisfy { ($0["origins"] as? [Int])?.allSatisfy { $0 >= 1 } ?? false })
    }

    @Test("40: what is no hard conflict stands apart") func otherConflicts() throws {
        let plans = rows(try answer(["conflicts", Self.graph, "--only", "planned-actual"]))
        let pairs = plans.compactMap { $0["about"] as? [String] }
        #expect(pairs.contains(["announced-trump-putin-summit-s3", "helsinki-summit-2018"]))
        #expect(pairs.contains(["announced-putin-trump-summit-s4", "alaska-summit-2025"]))
        // The pledge that was taken back.
        #expect(
            try conflicts("reversal").contains([["call-analysis-2025/c023"], ["call-analysis-2025/c024"]])
        )
        // Two calls of the second term may be one, and are not merged.
        let identity = rows(try answer(["conflicts", Self.graph, "--only", "identity"]))
        #expect(
            identity.contains { row in
                Set(row["about"] as? [String] ?? [])
                    .isSuperset(of: ["trump-putin-call-12-feb-2025", "trump-putin-call-monday-s2"])
            }
        )
        let placeholders = rows(try answer(["conflicts", Self.graph, "--only", "placeholder"]))
        #expect(placeholders.count == 1)
        // The three verbs for the end of a treaty, and two quotations of one sentence.
        let tensions = rows(try answer(["conflicts", Self.graph, "--only", "tension"]))
        #expect(tensions.contains { ($0["about"] as? [String]) == ["inf-treaty"] })
        #expect(
            tensions.contains {
                ($0["about"] as? [String]) == ["donald-trump", "helsinki-joint-press-conference-2018"]
            }
        )
    }
}
