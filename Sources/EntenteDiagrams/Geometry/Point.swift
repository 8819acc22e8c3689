/// A point or a vector of a drawing, in points of 1/72 inch; y grows downwards.
package struct Point: Sendable, Hashable {
    package var x: Double
    package var y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }

    static let zero = Point(0, 0)

    static func + (left: Point, right: Point) -> Point { Point(left.x + right.x, left.y + right.y) }
    static func - (left: Point, right: Point) -> Point { Point(left.x - right.x, left.y - right.y) }
    static func * (left: Point, factor: Double) -> Point { Point(left.x * factor, left.y * factor) }

    var length: Double { (x * x + y * y).squareRoot() }

    /// The vector of length one in this direction, or zero for zero.
    var unit: Point {
        let length = length
        return length > 0 ? self * (1 / length) : .zero
    }

    /// The vector turned by a quarter.
    var normal: Point { Point(-y, x) }

    func dot(_ other: Point) -> Double { x * other.x + y * other.y }

    func cross(_ other: Point) -> Double { x * other.y - y * other.x }

    func distance(to other: Point) -> Double { (self - other).length }

    func mixed(with other: Point, at fraction: Double) -> Point { self + (other - self) * fraction }

    var isFinite: Bool { x.isFinite && y.isFinite }
}

/// Width and height in points.
struct Size: Sendable, Hashable {
    var width: Double
    var height: Double

    static let zero = Size(width: 0, height: 0)
}
