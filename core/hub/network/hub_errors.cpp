#include "core/hub/network/hub_errors.h"

#include <fmt/format.h>

#include "core/hub/stopped.h"

namespace tunebench {

namespace {

constexpr std::string_view kTokenHint =
    "A token with the right to read it is needed: set HF_TOKEN, or put it into the token file or the "
    "keyring.";

/// Text of a server: short, and nothing in it that a terminal obeys.
std::string shown_text(const std::string& raw) {
    constexpr std::size_t kShown = 200;
    std::string text;
    for (const char c : raw.substr(0, kShown))
        text += c >= 0x20 && c < 0x7F ? c : '?';
    return text;
}

std::string page_of(const HubClient& client, const Repository& repository) {
    const auto* prefix = repository.kind == RepositoryKind::Dataset ? "datasets/" : "";
    return fmt::format("{}/{}{}", client.access().settings.endpoint, prefix, repository.id);
}

Error not_open(const HubClient& client, const Repository& repository, bool is_gated) {
    Error error{.code = ErrorCode::NotFound,
                .message = fmt::format("{} is private, gated, or does not exist.", repository.id)};
    if (is_gated)
        error.message = fmt::format("{} is gated: its owners give access to those who ask.", repository.id);
    if (!client.access().token.empty() && !client.sends_token())
        error.hint = "The token is not sent over plain http: use an endpoint with https.";
    else if (!client.sends_token())
        error.hint = fmt::format("{} Ask for access on {}.", kTokenHint, page_of(client, repository));
    else
        error.hint = fmt::format(
            "The token that was sent does not open it. Ask for access on {}, or use "
            "another token.",
            page_of(client, repository));
    return error;
}

Error not_there(const HubAnswer& answer, const HubClient& client, const Repository& repository) {
    const std::string reason = answer.head.field("x-error-code");
    if (reason == "RevisionNotFound")
        return {.code = ErrorCode::NotFound,
                .message = fmt::format("{} has no such revision.", repository.id),
                .hint = fmt::format("{} lists its branches and tags.", page_of(client, repository))};
    if (reason == "EntryNotFound")
        return {.code = ErrorCode::NotFound,
                .message = fmt::format("{} has no such file.", repository.id),
                .hint = fmt::format("{} lists its files.", page_of(client, repository))};
    return {.code = ErrorCode::NotFound,
            .message = fmt::format("{} knows no {}.", answer.host, repository.id),
            .hint = "Look at its spelling; data sets need --dataset."};
}

Error other_status(const HubAnswer& answer) {
    const int status = answer.head.status;
    Error error{.code = ErrorCode::Io,
                .message = fmt::format("{} answers with status {}", answer.host, status)};
    if (const std::string text = shown_text(answer.head.field("x-error-message")); !text.empty())
        error.message += fmt::format(": {}", text);
    error.message += '.';
    if (status == 429)
        error.hint = answer.retry_after.count() > 0
                         ? fmt::format("Too many requests: it asks to wait {} s.", answer.retry_after.count())
                         : "Too many requests: wait some minutes.";
    else if (status >= 500)
        error.hint = "The server has trouble: try again later; what has come so far is kept.";
    return error;
}

}  // namespace

Error answer_error(const HubAnswer& answer, const HubClient& client, const Repository& repository) {
    if (client.cancel().is_cancelled())
        return download_stopped();
    if (!answer.interruption.empty())
        return {.code = ErrorCode::Io,
                .message = fmt::format("The connection to {} fails: {}.", answer.host, answer.interruption),
                .hint =
                    "What has come so far is kept. Look at the network and the proxy; with --offline the "
                    "cache is used as it is."};
    const int status = answer.head.status;
    const bool is_gated = answer.head.field("x-error-code") == "GatedRepo";
    if (status == 401 || status == 403)
        return not_open(client, repository, is_gated);
    if (status == 404)
        return not_there(answer, client, repository);
    return other_status(answer);
}

}  // namespace tunebench
