/// Bron and Kerbosch's search for maximal cliques with Tomita's pivot, on a stack of its own.
///
/// The search from a vertex is among the neighbours that are peeled after it, which the graph's degeneracy
/// bounds. They get numbers of their own, and sets of them are bits, so that a step takes a few words.
struct CliqueSearch: ~Copyable {
    private let arcs: Arcs
    private let minimumSize: Int
    private let limit: Int
    /// For each vertex its neighbours, those that are peeled after it first.
    private let neighbors: Scratch<Int32>
    private let middles: Scratch<Int32>
    /// The numbers of the vertices of the search at hand; -1 for others.
    private let numbers: Scratch<Int32>
    /// For each numbered vertex, those that it is joined with.
    private let joined: Scratch<UInt64>
    /// For each neighbour that is peeled before, those that it is joined with.
    private let peeledJoined: Scratch<UInt64>
    /// For each step of the clique at hand three sets: what may still join it, which of these were tried
    /// before, and which are to be tried.
    private let sets: Scratch<UInt64>
    /// For each step of the clique at hand, the peeled neighbours that are joined with all of it and with some
    /// that may join it; one list behind the other.
    private var peeled: [Int32] = []
    private var peeledStarts: [Int] = []
    private var clique: [Int32] = []
    /// The cliques found, one behind the other, and where each ends.
    private(set) var members: [Int32] = []
    private(set) var ends: [Int] = []
    private(set) var isCut = false

    init(arcs: Arcs, order: UnsafeMutableBufferPointer<Int32>, minimumSize: Int, limit: Int) {
        self.arcs = arcs
        self.minimumSize = minimumSize
        self.limit = limit
        let count = arcs.vertexCount
        let places = Scratch<Int32>(uninitialized: count)
        for position in 0..<count { places[Int(order[position])] = Int32(truncatingIfNeeded: position) }
        neighbors = Scratch(uninitialized: arcs.arcCount)
        middles = Scratch(uninitialized: count)
        numbers = Scratch(count: count, repeating: -1)
        var (most, mostPeeledWords) = (0, 0)
        for vertex in 0..<count {
            var (front, back) = (arcs.range(vertex).lowerBound, arcs.range(vertex).upperBound)
            for arc in arcs.range(vertex) {
                let other = arcs.targets[arc]
                if places[Int(other)] > places[vertex] {
                    neighbors[front] = other
                    front += 1
                } else {
                    back -= 1
                    neighbors[back] = other
                }
            }
            middles[vertex] = Int32(truncatingIfNeeded: front)
            let later = front - arcs.range(vertex).lowerBound
            most = max(most, later)
            mostPeeledWords = max(mostPeeledWords, (arcs.degree(vertex) - later) * Self.words(later))
        }
        joined = Scratch(uninitialized: most * Self.words(most))
        peeledJoined = Scratch(uninitialized: mostPeeledWords)
        sets = Scratch(uninitialized: 3 * (most + 1) * Self.words(most))
    }

    /// Finds the cliques of a vertex and some that are peeled after it.
    mutating func run(from first: Int, poll: inout CancellationPoll) throws(GraphError) {
        let later = arcs.range(first).lowerBound..<Int(middles[first])
        let earlier = later.upperBound..<arcs.range(first).upperBound
        clique = [Int32(truncatingIfNeeded: first)]
        guard !later.isEmpty else {
            if earlier.isEmpty, minimumSize <= 1 { record() }
            return
        }
        guard later.count + 1 >= minimumSize else { return }
        let width = Self.words(later.count)
        let (numbers, neighbors) = (numbers.buffer, neighbors.buffer)
        for (number, position) in later.enumerated() {
            numbers[Int(neighbors[position])] = Int32(truncatingIfNeeded: number)
        }
        var steps = 0
        joined.buffer[..<(later.count * width)].update(repeating: 0)
        for (number, position) in later.enumerated() {
            let vertex = Int(neighbors[position])
            for arc in arcs.range(vertex).lowerBound..<Int(middles[vertex]) {
                let other = Int(numbers[Int(neighbors[arc])])
                guard other >= 0 else { continue }
                joined[number * width + (other >> 6)] |= Self.bit(other)
                joined[other * width + (number >> 6)] |= Self.bit(number)
            }
            steps += Int(middles[vertex]) - arcs.range(vertex).lowerBound
        }
        peeled.removeAll(keepingCapacity: true)
        var rows = 0
        for position in earlier {
            let vertex = Int(neighbors[position])
            for word in 0..<width { peeledJoined[rows * width + word] = 0 }
            var isJoined = false
            for arc in arcs.range(vertex).lowerBound..<Int(middles[vertex]) {
                let other = Int(numbers[Int(neighbors[arc])])
                guard other >= 0 else { continue }
                peeledJoined[rows * width + (other >> 6)] |= Self.bit(other)
                isJoined = true
            }
            steps += Int(middles[vertex]) - arcs.range(vertex).lowerBound
            guard isJoined else { continue }
            peeled.append(Int32(truncatingIfNeeded: rows))
            rows += 1
        }
        for position in later { numbers[Int(neighbors[position])] = -1 }
        try poll.step(steps + 1)
        for word in 0..<width {
            let bits = min(64, later.count - (word << 6))
            sets[word] = bits == 64 ? .max : (1 << UInt64(bits)) - 1
            sets[width + word] = 0
        }
        peeledStarts = [0]
        try grow(width: width, vertices: later, poll: &poll)
    }

    private mutating func grow(
        width: Int,
        vertices: Range<Int>,
        poll: inout CancellationPoll
    ) throws(GraphError) {
        let (sets, joined, peeledJoined) = (sets.buffer, joined.buffer, peeledJoined.buffer)
        // Where the sets of the step at hand begin: three times as many words for each step.
        var (may, tried, todo) = (0, width, 2 * width)
        choose(may: may, width: width)
        while !isCut {
            var word = 0
            while word < width, sets[todo + word] == 0 { word += 1 }
            guard word < width else {
                guard may > 0 else { return }
                clique.removeLast()
                peeled.removeSubrange(peeledStarts.removeLast()...)
                (may, tried, todo) = (may - 3 * width, tried - 3 * width, todo - 3 * width)
                continue
            }
            let bit = sets[todo + word] & (0 &- sets[todo + word])
            let number = (word << 6) + bit.trailingZeroBitCount
            let (child, childTried) = (may + 3 * width, tried + 3 * width)
            var (left, before) = (0, UInt64(0))
            for word in 0..<width {
                let row = joined[number * width + word]
                sets[child + word] = sets[may + word] & row
                sets[childTried + word] = sets[tried + word] & row
                left += sets[child + word].nonzeroBitCount
                before |= sets[childTried + word]
            }
            sets[todo + word] ^= bit
            sets[may + word] ^= bit
            sets[tried + word] |= bit
            let start = peeledStarts[peeledStarts.count - 1]
            let end = peeled.count
            try poll.step(end - start + 1)
            guard clique.count + 1 + left >= minimumSize else { continue }
            clique.append(neighbors[vertices.lowerBound + number])
            if left == 0 {
                var isMaximal = before == 0
                for position in start..<end where isMaximal {
                    isMaximal = peeledJoined[Int(peeled[position]) * width + word] & bit == 0
                }
                if isMaximal { record() }
                clique.removeLast()
                continue
            }
            for position in start..<end {
                let row = Int(peeled[position]) * width
                guard peeledJoined[row + word] & bit != 0 else { continue }
                var common: UInt64 = 0
                for word in 0..<width { common |= peeledJoined[row + word] & sets[child + word] }
                if common != 0 { peeled.append(peeled[position]) }
            }
            peeledStarts.append(end)
            (may, tried, todo) = (child, childTried, todo + 3 * width)
            choose(may: may, width: width)
        }
    }

    /// Fills the set of what is to be tried: what may join the clique, less what the pivot is joined with. The
    /// pivot, which may itself join or could have, is the one that leaves the fewest.
    private func choose(may: Int, width: Int) {
        let (tried, todo) = (may + width, may + 2 * width)
        var fewest = Int.max
        func consider(_ rows: UnsafeMutableBufferPointer<UInt64>, _ row: Int) {
            var left = 0
            for word in 0..<width { left += (sets[may + word] & ~rows[row * width + word]).nonzeroBitCount }
            guard left < fewest else { return }
            fewest = left
            for word in 0..<width { sets[todo + word] = sets[may + word] & ~rows[row * width + word] }
        }
        for position in peeledStarts[peeledStarts.count - 1]..<peeled.count where fewest > 0 {
            consider(peeledJoined.buffer, Int(peeled[position]))
        }
        for word in 0..<width {
            var candidates = sets[may + word] | sets[tried + word]
            while candidates != 0, fewest > 0 {
                consider(joined.buffer, (word << 6) + candidates.trailingZeroBitCount)
                candidates &= candidates &- 1
            }
        }
    }

    private mutating func record() {
        guard ends.count < limit else {
            isCut = true
            return
        }
        members += clique.sorted()
        ends.append(members.count)
    }

    /// The cliques found, in lexicographic order.
    func sortedCliques() -> [[Int32]] {
        // By their first vertices, by counting, then each part by comparison.
        let starts = [0] + ends
        let firsts = Adjacency.offsets(arcs.vertexCount) { counts in
            for clique in ends.indices { counts[Int(members[starts[clique]])] &+= 1 }
        }
        var cursors = firsts
        var order = [Int](repeating: 0, count: ends.count)
        for clique in ends.indices {
            let first = Int(members[starts[clique]])
            order[Int(cursors[first])] = clique
            cursors[first] += 1
        }
        members.withUnsafeBufferPointer { members in
            for vertex in 0..<arcs.vertexCount where firsts[vertex + 1] - firsts[vertex] > 1 {
                order[Int(firsts[vertex])..<Int(firsts[vertex + 1])].sort { one, other in
                    var (left, right) = (starts[one], starts[other])
                    while left < ends[one], right < ends[other] {
                        if members[left] != members[right] { return members[left] < members[right] }
                        left += 1
                        right += 1
                    }
                    return right < ends[other]
                }
            }
        }
        return order.map { Array(members[starts[$0]..<ends[$0]]) }
    }

    private static func words(_ bits: Int) -> Int { (bits + 63) / 64 }

    @inline(__always)
    private static func bit(_ number: Int) -> UInt64 { 1 << UInt64(truncatingIfNeeded: number & 63) }
}
