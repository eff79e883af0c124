import ArgumentParser
import Feeds
import Glibc
import Intake
import Ledger
import Moderation
import Outbox
import Settings
import Spam
import Worker

/// How an error ends the program: a line on standard error and an exit code of sysexits(3).
enum Failure: Error, CustomStringConvertible {
    /// 65: data that cannot be used.
    case data(String)
    /// 64: the call's words are off.
    case usage(String)

    var description: String {
        switch self {
        case .data(let message), .usage(let message): message
        }
    }

    static func end(_ error: any Error) -> Never {
        guard let code = code(of: error) else { Moderato.exit(withError: error) }
        Terminal.error("moderato: \(error)")
        exit(code)
    }

    private static func code(of error: any Error) -> Int32? {
        switch error {
        case Failure.data: EX_DATAERR
        case Failure.usage: EX_USAGE
        case let error as LedgerError:
            switch error {
            case .newerVersion: EX_CONFIG
            case .corrupt, .unavailable: EX_IOERR
            case .unknownComment, .unknownThread, .unknownAction, .notApplicable: EX_DATAERR
            }
        case let error as WorkerError:
            switch error {
            case .busy: EX_TEMPFAIL
            case .unusable, .notTaken: EX_IOERR
            case .noSite: EX_CONFIG
            }
        case is SettingsError, is RuleBookError, is TemplateError: EX_CONFIG
        case is SpamRules.Failure: EX_CONFIG
        case LabelledFile.Failure.system, ModelError.system: EX_IOERR
        case is LabelledFile.Failure, is ModelError: EX_DATAERR
        case let error as SiteError:
            switch error.fault {
            case .system: EX_CANTCREAT
            case .unreadableSecret: EX_IOERR
            case .exposedSecret, .invalidSecret: EX_CONFIG
            }
        case is OutboxError, is IntakeError: EX_IOERR
        default: nil
        }
    }
}
