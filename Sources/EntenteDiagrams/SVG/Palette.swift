package import Entente

/// What a colour is for; every colour of a figure has one of these roles.
package enum ColorRole: Hashable, Sendable {
    case background
    case text
    case muted
    case rule
    case ended
    case contextFill
    case contextStroke
    case fill(EntityKind)
    case stroke(EntityKind)
    case line(LineClass)

    /// The class name that carries the role, for the dark half of an automatic theme and for whoever styles a figure.
    package var name: String {
        switch self {
        case .background: "bg"
        case .text: "text"
        case .muted: "muted"
        case .rule: "rule"
        case .ended: "ended"
        case .contextFill: "context"
        case .contextStroke: "context-line"
        case .fill(let kind): "k-\(kind.rawValue)"
        case .stroke(let kind): "o-\(kind.rawValue)"
        case .line(let line): "l-\(line.rawValue)"
        }
    }

    static let all: [ColorRole] =
        [.background, .text, .muted, .rule, .ended, .contextFill, .contextStroke]
        + EntityKind.allCases.map(ColorRole.fill) + EntityKind.allCases.map(ColorRole.stroke)
        + LineClass.allCases.map(ColorRole.line)
}

/// The colours of a theme.
///
/// Lines are the six of 33 candidates whose smallest difference is the largest for normal sight and for three kinds of
/// colour blindness (CIE76 ΔE 20.9 with the matrices of Machado, Oliveira and Fernandes 2009,
/// doi:10.1109/TVCG.2009.113), each with a contrast of at least 4.5 on the background. Tints are too pale to be told
/// apart, so a kind always has a shape as well.
package struct Palette: Sendable {
    private let color: @Sendable (ColorRole) -> String

    package subscript(role: ColorRole) -> String { color(role) }

    package static let light = Palette { role in
        switch role {
        case .background: "#ffffff"
        case .text: "#1d2433"
        case .muted: "#566073"
        case .rule: "#d9dde4"
        case .ended: "#6d7585"
        case .contextFill: "#f7f8fa"
        case .contextStroke: "#9aa2b1"
        case .fill(let kind):
            switch hue(of: kind) {
            case .blue: "#eaf3fd"
            case .navy: "#ededf7"
            case .teal: "#e9f3f1"
            case .maroon: "#f3eeee"
            case .red: "#fdf0ee"
            case .ochre: "#fbf4e9"
            case .purple: "#f8eef6"
            case .slate: "#f5f6f8"
            }
        case .stroke(let kind):
            switch hue(of: kind) {
            case .blue: "#006cd1"
            case .navy: "#222255"
            case .teal: "#225555"
            case .maroon: "#663333"
            case .red: "#b2182b"
            case .ochre: "#8a5a00"
            case .purple: "#aa4499"
            case .slate: "#566073"
            }
        case .line(let line):
            switch line {
            case .contact: "#006cd1"
            case .presence: "#225555"
            case .structure: "#222255"
            case .accord: "#b35900"
            case .pressure: "#b2182b"
            case .commentary: "#aa4499"
            }
        }
    }

    package static let dark = Palette { role in
        switch role {
        case .background: "#151a22"
        case .text: "#eef1f6"
        case .muted: "#aeb7c6"
        case .rule: "#3a4352"
        case .ended: "#9aa3b3"
        case .contextFill: "#1a2029"
        case .contextStroke: "#5d6675"
        case .fill(let kind):
            switch hue(of: kind) {
            case .blue: "#16283f"
            case .navy: "#22253f"
            case .teal: "#182d2d"
            case .maroon: "#2e2427"
            case .red: "#36211f"
            case .ochre: "#312818"
            case .purple: "#30202f"
            case .slate: "#1f2630"
            }
        case .stroke(let kind):
            switch hue(of: kind) {
            case .blue: "#7fb4ff"
            case .navy: "#c9cdf6"
            case .teal: "#8fd0c0"
            case .maroon: "#d9b8b0"
            case .red: "#ff9d8b"
            case .ochre: "#edc06a"
            case .purple: "#f2a3d8"
            case .slate: "#aeb7c6"
            }
        case .line(let line):
            switch line {
            case .contact: "#62a2ff"
            case .presence: "#8bb099"
            case .structure: "#e3f1f9"
            case .accord: "#edbe53"
            case .pressure: "#f1775a"
            case .commentary: "#f289cf"
            }
        }
    }

    /// Greys alone: kinds by shape, families by arrowhead and words.
    package static let print = Palette { role in
        switch role {
        case .background, .contextFill: "#ffffff"
        case .text: "#000000"
        case .muted: "#404040"
        case .rule: "#bfbfbf"
        case .ended: "#707070"
        case .contextStroke: "#9a9a9a"
        case .fill: "#ffffff"
        case .stroke: "#000000"
        case .line(let line): line == .presence ? "#5a5a5a" : "#1a1a1a"
        }
    }

    private enum Hue { case blue, navy, teal, maroon, red, ochre, purple, slate }

    private static func hue(of kind: EntityKind) -> Hue {
        switch kind {
        case .actor, .person, .group: .blue
        case .state: .navy
        case .organization: .teal
        case .venue: .maroon
        case .treaty: .red
        case .policy: .ochre
        case .event: .purple
        case .topic, .document: .slate
        }
    }
}
