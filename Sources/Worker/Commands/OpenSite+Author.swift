import Comments
import Ledger
import Moderation
import Text

extension OpenSite {
    /// A token that proves an e-mail address.
    /// - Parameter revokingEarlier: whether all earlier tokens of the address become worthless.
    public func authorToken(email: String, revokingEarlier: Bool) throws -> String {
        let address = email.trimmed
        guard EmailAddress.isValid(address) else {
            throw LedgerError.notApplicable("that is no e-mail address; give one as name@host.example")
        }
        let key = IndexKeys.email(address, keys: keys)
        let epoch = try ledger.transaction { transaction in
            revokingEarlier ? try transaction.startEpoch(emailKey: key) : try transaction.tokenEpoch(emailKey: key)
        }
        return keys.authorToken(email: address, epoch: epoch)
    }
}
