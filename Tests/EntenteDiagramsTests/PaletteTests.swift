import Entente
import EntenteDiagrams
import Testing

@Suite struct PaletteTests {
    static let palettes: [(String, Palette)] = [("light", .light), ("dark", .dark), ("print", .print)]

    @Test(arguments: palettes.map(\.0)) func textAndLinesStandOutFromTheirGround(name: String) throws {
        let palette = try #require(Self.palettes.first { $0.0 == name }).1
        let ground = palette[.background]
        for role in [ColorRole.text, .muted, .ended] + LineClass.allCases.map(ColorRole.line) {
            #expect(ColorScience.contrast(palette[role], ground) >= 4.5, "\(name) \(role.name)")
        }
        for kind in EntityKind.allCases {
            #expect(ColorScience.contrast(palette[.stroke(kind)], ground) >= 4.5, "\(name) \(kind)")
            #expect(ColorScience.contrast(palette[.text], palette[.fill(kind)]) >= 12, "\(name) \(kind)")
        }
        #expect(ColorScience.contrast(palette[.muted], palette[.contextFill]) >= 4.5)
    }

    @Test(arguments: ["light", "dark"]) func linesDifferForEverySight(name: String) throws {
        let palette = try #require(Self.palettes.first { $0.0 == name }).1
        let lines = LineClass.allCases
        for (index, one) in lines.enumerated() {
            for two in lines[(index + 1)...] {
                let difference = ColorScience.smallestDifference(palette[.line(one)], palette[.line(two)])
                #expect(difference >= 20, "\(name): \(one) and \(two) differ by \(difference)")
            }
        }
    }

    @Test func everyKindHasItsOwnShapeButForBodiesAndStates() {
        let shapes = EntityKind.allCases.map(NodeShape.init)
        #expect(Set(shapes).count == EntityKind.allCases.count - 1)
        #expect(NodeShape(.organization) == NodeShape(.state))
    }

    @Test func linesHaveAtMostSixClasses() {
        #expect(LineClass.allCases.count <= 6)
        #expect(Set(LineClass.allCases.map { $0.head }).count >= 4)
    }

    @Test func differenceOfKnownColours() {
        // Black and white: 100 in lightness for every sight; contrast 21.
        #expect(abs(ColorScience.smallestDifference("#000000", "#ffffff") - 100) < 0.5)
        #expect(abs(ColorScience.contrast("#000000", "#ffffff") - 21) < 1e-9)
    }
}
