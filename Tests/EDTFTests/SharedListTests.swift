import EDTF
import EntenteTestSupport
import Foundation
import Testing

/// The lists come from two programs, edtf-validate and edtf.js. None of their lines contradicts another or the
/// specification under the rules of `EDTFParser`, so that no line is set aside: an interval may not *begin* its end
/// before its start begins (`0000-01/0000` is one, `0000-02/0000` is none).
@Suite("The lists of two other programs")
struct SharedListTests {
    @Test(.enabled(if: SharedData.has("edtf/accepted.tsv"), "needs shared/edtf/accepted.tsv"))
    func acceptedAtTheirLevel() throws {
        for line in try SharedData.text("edtf/accepted.tsv").split(separator: "\n").dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            do {
                let date = try EDTFDate(fields[1])
                #expect(date.level == Int(fields[0]), "\(fields[1])")
                #expect(date.description == fields[1])
            } catch {
                Issue.record("\(fields[1]) is refused: \(error)")
            }
        }
    }

    @Test(.enabled(if: SharedData.has("edtf/rejected.tsv"), "needs shared/edtf/rejected.tsv"))
    func rejected() throws {
        for line in try SharedData.text("edtf/rejected.tsv").split(separator: "\n").dropFirst() {
            let field = String(line.split(separator: "\t", omittingEmptySubsequences: false)[0])
            let text = try JSONDecoder().decode(String.self, from: Data(field.utf8))
            #expect(throws: EDTFError.self, "\(text)") { try EDTFDate(text) }
        }
    }
}
