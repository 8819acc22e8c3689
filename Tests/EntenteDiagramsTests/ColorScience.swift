import Foundation

/// Contrast and difference of colours, for checking palettes.
enum ColorScience {
    /// The WCAG 2 contrast ratio of two colours written "#rrggbb".
    static func contrast(_ first: String, _ second: String) -> Double {
        let lights = [first, second].map { luminance(linear($0)) }.sorted()
        return (lights[1] + 0.05) / (lights[0] + 0.05)
    }

    /// The smallest CIE76 difference for normal sight, protanopia, deuteranopia and tritanopia
    /// (Machado, Oliveira and Fernandes 2009, severity 1.0, doi:10.1109/TVCG.2009.113).
    static func smallestDifference(_ first: String, _ second: String) -> Double {
        let one = linear(first)
        let two = linear(second)
        var smallest = distance(lab(one), lab(two))
        for matrix in matrices {
            smallest = min(smallest, distance(lab(apply(matrix, one)), lab(apply(matrix, two))))
        }
        return smallest
    }

    private static let matrices: [[[Double]]] = [
        [
            [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
        [
            [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
        ],
        [
            [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ]

    private static func linear(_ color: String) -> [Double] {
        let digits = Array(color.dropFirst())
        return [0, 2, 4].map { index in
            let value = Double(Int(String(digits[index...(index + 1)]), radix: 16) ?? 0) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
    }

    private static func luminance(_ rgb: [Double]) -> Double {
        0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]
    }

    private static func apply(_ matrix: [[Double]], _ rgb: [Double]) -> [Double] {
        matrix.map { row in min(max(row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2], 0), 1) }
    }

    private static func lab(_ rgb: [Double]) -> [Double] {
        let x = (0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047
        let y = 0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2]
        let z = (0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883
        let f = { (t: Double) in t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116 }
        return [116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))]
    }

    private static func distance(_ one: [Double], _ two: [Double]) -> Double {
        zip(one, two).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }
}
