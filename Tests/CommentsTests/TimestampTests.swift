import Testing

@testable import Comments

@Suite("Timestamps")
struct TimestampTests {
    @Test(
        "RFC 3339 is read and written in UTC",
        arguments: [
            ("2026-03-01T09:30:00Z", "2026-03-01T09:30:00Z"),
            ("2026-03-01t09:30:00.25+02:00", "2026-03-01T07:30:00.250Z"),
            ("2024-02-29 23:59:60Z", "2024-03-01T00:00:00Z"),
            ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
            ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
        ]
    )
    func roundTrip(text: String, expected: String) throws {
        let time = try #require(Timestamp(rfc3339: text))
        #expect(time.description == expected)
        #expect(Timestamp(rfc3339: expected) == time)
    }

    @Test(
        "what is no moment is refused",
        arguments: [
            "", "2026-03-01", "2025-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-03-01T24:00:00Z",
            "2026-03-01T09:30:00",
            "2026-03-01T09:30:00.Z", "2026-03-01T09:30:00+2:00", "2026-03-01T09:30:00Zx", "２026-03-01T09:30:00Z",
        ]
    )
    func refuses(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test("RFC 5322 dates name the right weekday")
    func mail() throws {
        #expect(try #require(Timestamp(rfc3339: "2026-11-24T08:05:09Z")).rfc5322 == "Tue, 24 Nov 2026 08:05:09 +0000")
    }
}
