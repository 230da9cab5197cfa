#include "core/hub/network/listing.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/hub/hub_responses.h"
#include "core/hub/network/hub_urls.h"
#include "core/hub/network/url.h"

namespace tunebench {

namespace {

constexpr std::size_t kMaxResponseBytes = std::size_t{64} << 20;
constexpr std::size_t kCompleteBelow = 50000;  // the hub cuts the list of a revision off there
constexpr int kMaxPages = 10000;
constexpr std::size_t kMaxFiles = 5000000;

/// Under the rules of a redirect: a server's answer leads no other way out of https either. Empty: the last.
Result<std::string> page_after(const std::string& url, const std::string& next) {
    if (next.empty())
        return std::string();
    TRY(const Url page, parse_url(url));
    TRY(Url target, redirect_target(page, next));
    return std::move(target.text);
}

Result<std::vector<HubFile>> list_tree(HubClient& client, const Repository& repository,
                                       const std::string& commit) {
    std::vector<HubFile> files;
    std::string url = tree_url(client.access().settings, repository, commit);
    for (int page = 0; !url.empty() && page < kMaxPages; ++page) {
        TRY(const auto text, client.get_text(url, kMaxResponseBytes, repository));
        TRY(auto more, parse_tree_page(text.body, url));
        files.insert(files.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        if (files.size() > kMaxFiles)
            break;
        TRY(url, page_after(url, text.next));
    }
    if (!url.empty())
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("The list of the files of {} does not end.", repository.id)};
    return files;
}

Error asks_nobody() {
    return {.code = ErrorCode::Unsupported,
            .message = "The hub is not asked: the offline switch is on.",
            .hint =
                "Turn it off in the window, leave out --offline, or unset HF_HUB_OFFLINE and "
                "TRANSFORMERS_OFFLINE."};
}

}  // namespace

bool has_hub() {
    return true;
}

Result<RepositoryListing> list_files(HubClient& client, const Repository& repository,
                                     const std::string& revision) {
    TRY_VOID(parse_repository(repository.id, repository.kind));
    TRY_VOID(check_revision(revision));
    const std::string url = revision_url(client.access().settings, repository, revision);
    TRY(const auto text, client.get_text(url, kMaxResponseBytes, repository));
    TRY(RepositoryListing listing, parse_revision(text.body, url));
    if (is_commit_hash(revision) && listing.commit != revision)
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("{}: asked for the commit {}, the server answers with {}.",
                                            repository.id, revision, listing.commit)};
    if (listing.files.empty() || listing.files.size() >= kCompleteBelow) {
        TRY(listing.files, list_tree(client, repository, listing.commit));
    }
    return listing;
}

Result<RepositoryListing> list_repository(const HubAccess& access, const Repository& repository,
                                          const std::string& revision, const CancelToken& cancel) {
    if (access.settings.offline)
        return asks_nobody();
    TRY(HubClient client, HubClient::open(access, cancel));
    return list_files(client, repository, revision);
}

Result<std::vector<SearchHit>> search_repositories(const HubAccess& access, RepositoryKind kind,
                                                   const std::string& text, int limit,
                                                   const CancelToken& cancel) {
    constexpr int kMostHits = 1000;
    if (access.settings.offline)
        return asks_nobody();
    TRY(HubClient client, HubClient::open(access, cancel));
    const std::string url = search_url(access.settings, kind, text, std::clamp(limit, 1, kMostHits));
    TRY(const auto answer, client.get_text(url, kMaxResponseBytes, {.kind = kind, .id = text}));
    return parse_search(answer.body, url);
}

}  // namespace tunebench
