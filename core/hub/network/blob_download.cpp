#include "core/hub/network/blob_download.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/hub/blob_lock.h"
#include "core/hub/network/blob_transfer.h"
#include "core/hub/network/hub_errors.h"

namespace tunebench {

namespace {

constexpr int kMaxChanges = 2;
constexpr int kDamagedTries = 2;  // bytes that were damaged on the way may arrive well the next time
constexpr std::uint64_t kMaxBlobBytes = std::uint64_t{1} << 50;

Result<BlobIdentity> identity_of(const HubAnswer& answer, const std::string& url) {
    if (!is_content_hash(answer.etag) || !answer.size || *answer.size > kMaxBlobBytes)
        return Error{.code = ErrorCode::Unsupported,
                     .message = fmt::format("{} gives neither hash nor size of {}, so that it could not be "
                                            "verified.",
                                            answer.host, url),
                     .hint = "If HF_ENDPOINT names a mirror, use another one."};
    return BlobIdentity{.hash = answer.etag, .size = *answer.size};
}

bool is_success(const HubAnswer& answer) {
    // A redirect comes back only when it has said what the file is.
    return answer.interruption.empty() && answer.head.status >= 200 && answer.head.status < 400;
}

}  // namespace

BlobDownload::BlobDownload(HubClient& client, const RepositoryCache& cache, const Repository& repository,
                           OnBytes on_bytes)
    : client_(client), cache_(cache), repository_(repository), on_bytes_(std::move(on_bytes)) {}

Result<BlobIdentity> BlobDownload::ask_identity(const std::string& url) {
    const HubReceiver nothing{.on_head = [](const HubAnswer&) -> Result<void> { return {}; },
                              .on_body = [](std::string_view) -> Result<void> { return {}; }};
    Attempts attempts(client_.access().policy, client_.cancel(), client_.access().policy.attempts);
    while (true) {
        TRY(const HubAnswer answer, client_.send({.url = url, .head_only = true}, nothing));
        if (is_success(answer))
            return identity_of(answer, url);
        if (!may_help_to_try_again(answer) || !attempts.again(answer, false))
            return answer_error(answer, client_, repository_);
    }
}

Result<BlobIdentity> BlobDownload::fetch(const std::string& url, BlobIdentity expected) {
    for (int changes = 0; changes <= kMaxChanges; ++changes) {
        TRY(const Outcome outcome, fetch_content(url, expected));
        if (outcome == Outcome::InCache)
            return expected;
        TRY(expected, ask_identity(url));
    }
    return Error{.code = ErrorCode::Corrupt,
                 .message = fmt::format("{} changes while it is downloaded.", url),
                 .hint = "Try again later, or name a commit as the revision."};
}

Result<BlobDownload::Outcome> BlobDownload::fetch_content(const std::string& url,
                                                          const BlobIdentity& identity) {
    TRY(const BlobLock lock, BlobLock::take(cache_.lock(identity.hash), client_.cancel()));
    for (int tries = 1;; ++tries) {
        if (cache_.has_blob(identity.hash, identity.size))
            return Outcome::InCache;
        TRY(PartialBlob partial,
            PartialBlob::open(cache_.incomplete(identity.hash), identity, client_.cancel()));
        on_bytes_(partial.size());
        TRY(const Outcome outcome, fill(url, identity, partial));
        if (outcome == Outcome::Changed) {
            partial.remove();
            return outcome;
        }
        const auto finished = partial.finish(cache_.blob(identity.hash), host_.empty() ? url : host_);
        if (finished)
            return Outcome::InCache;
        if (finished.error().code != ErrorCode::Corrupt || tries == kDamagedTries)
            return finished.error();
    }
}

Result<BlobDownload::Outcome> BlobDownload::fill(const std::string& url, const BlobIdentity& identity,
                                                 PartialBlob& partial) {
    Attempts attempts(client_.access().policy, client_.cancel(), client_.access().policy.attempts);
    std::uint64_t furthest = partial.size();
    while (!partial.is_whole()) {
        BlobTransfer transfer(client_, url, identity, partial, [&](std::size_t count) {
            fetched_bytes_ += count;
            on_bytes_(partial.size());
        });
        const auto answer = transfer.run();
        if (transfer.found_change())
            return Outcome::Changed;
        if (!answer && !transfer.found_wrong_range())
            return answer.error();
        const HubAnswer setback = answer ? *answer : HubAnswer{};
        host_ = answer ? answer->host : host_;
        if (partial.is_whole())
            break;
        if (setback.head.status == 416) {
            TRY_VOID(partial.restart());
        } else if (answer && !may_help_to_try_again(setback)) {
            return answer_error(setback, client_, repository_);
        }
        // Only new bytes count: a server that always begins anew must not keep us for ever.
        if (!attempts.again(setback, partial.size() > furthest))
            return answer ? answer_error(setback, client_, repository_) : answer.error();
        furthest = std::max(furthest, partial.size());
    }
    return Outcome::InCache;
}

}  // namespace tunebench
