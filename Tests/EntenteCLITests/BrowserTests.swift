import EntenteTestSupport
import Foundation
import Testing

/// Figures opened in a real browser.
@Suite struct BrowserTests {
    static let browser: String? = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
        .flatMap { name in
            (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
        }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// Under `Scripts/test --all` a missing browser is a failure, not a skip.
    static let isWanted = browser != nil || ProcessInfo.processInfo.environment["ENTENTE_ALL"] == "1"

    @Test(.enabled(if: isWanted, "needs chromium"))
    func opensInABrowser() throws {
        let browser = try #require(Self.browser, "chromium is not installed")
        let folder = try TemporaryFolder()
        let drawn = try Command.run(
            ["draw", "Graphs/us-russia", "--ego", "Kremlin", "--layout", "own", "-o", folder.path("a.svg")])
        #expect(drawn.status == 0, "\(drawn.errors)")
        try folder.write(
            "<!doctype html><meta charset=utf-8><title>t</title>\n" + folder.text("a.svg"),
            to: "page.html"
        )
        let process = Process()
        process.executableURL = URL(fileURLWithPath: browser)
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + folder.path("profile"),
            "--screenshot=" + folder.path("a.png"), "--window-size=800,1000",
            "file://" + folder.path("page.html"),
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let picture = try Data(contentsOf: folder.url.appendingPathComponent("a.png"))
        // A page with nothing on it is a picture of a few kilobytes.
        #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]) && picture.count > 20_000)
    }
}
