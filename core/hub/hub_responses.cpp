#include "core/hub/hub_responses.h"

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/hub/repository.h"
#include "core/hub/search_hit.h"

namespace tunebench {

namespace {

constexpr JsonLimits kResponseLimits = {.max_bytes = std::size_t{64} << 20, .max_depth = 16};
constexpr std::size_t kMostHits = 1000;                        // no search asks for more
constexpr std::int64_t kMaxFileBytes = std::int64_t{1} << 50;  // 1 PiB: sums of sizes cannot overflow

Result<std::optional<std::uint64_t>> size_of(const Json& entry) {
    TRY(const auto size, optional_integer(entry, "size"));
    if (!size)
        return std::optional<std::uint64_t>();
    if (*size < 0 || *size > kMaxFileBytes)
        return Error{.code = ErrorCode::Corrupt, .message = fmt::format("no file has {} bytes.", *size)};
    return std::optional<std::uint64_t>(static_cast<std::uint64_t>(*size));
}

/// The two lists name the same things differently.
struct EntryKeys {
    const char* path;
    const char* git_hash;
    const char* lfs_hash;
};

Result<HubFile> parse_file(const Json& entry, const EntryKeys& keys) {
    HubFile file;
    TRY(file.path, json_string(entry, keys.path));
    const Json* lfs = find_member(entry, "lfs");
    const bool is_lfs = lfs != nullptr && lfs->is_object();
    TRY(file.size, size_of(is_lfs ? *lfs : entry));
    TRY(const auto hash, optional_string(is_lfs ? *lfs : entry, is_lfs ? keys.lfs_hash : keys.git_hash));
    // A hash of another form cannot be checked: the file itself is asked for its hash then.
    if (hash && is_content_hash(*hash))
        file.hash = *hash;
    return file;
}

Result<std::vector<HubFile>> parse_siblings(const Json& document) {
    std::vector<HubFile> files;
    const Json* siblings = find_member(document, "siblings");
    if (siblings == nullptr || siblings->is_null())
        return files;
    TRY(const Json* entries, json_array(document, "siblings"));
    for (const Json& entry : *entries) {
        TRY(auto file, parse_file(entry, {.path = "rfilename", .git_hash = "blobId", .lfs_hash = "sha256"}));
        files.push_back(std::move(file));
    }
    return files;
}

Result<RepositoryListing> listing_of(const Json& document) {
    RepositoryListing listing;
    TRY(listing.commit, json_string(document, "sha"));
    if (!is_commit_hash(listing.commit))
        return Error{.code = ErrorCode::Corrupt, .message = "\"sha\" is not a commit of 40 digits."};
    TRY(listing.files, parse_siblings(document));
    return listing;
}

Result<std::vector<HubFile>> tree_files_of(const Json& document) {
    std::vector<HubFile> files;
    for (const Json& entry : document) {
        TRY(const std::string type, json_string(entry, "type"));
        if (type != "file")
            continue;
        TRY(auto file, parse_file(entry, {.path = "path", .git_hash = "oid", .lfs_hash = "oid"}));
        files.push_back(std::move(file));
    }
    return files;
}

Result<std::vector<SearchHit>> hits_of(const Json& document) {
    std::vector<SearchHit> hits;
    for (const Json& entry : document) {
        TRY(auto hit, search_hit_of(entry));
        if (hit && hits.size() < kMostHits)
            hits.push_back(*std::move(hit));
    }
    return hits;
}

template <class T>
Result<T> read_response(std::string_view text, std::string_view source, bool is_list,
                        Result<T> (*read)(const Json&)) {
    TRY(const Json document, parse_json(text, source, kResponseLimits));
    if (is_list ? !document.is_array() : !document.is_object())
        return Error{
            .code = ErrorCode::Corrupt,
            .message = fmt::format("{}: the answer must be {}.", source, is_list ? "a list" : "an object")};
    auto value = read(document);
    if (!value)
        return in_source(value.error(), source);
    return value;
}

/// `parameters`: what stands between one address of the header and the next.
bool says_next(std::string_view parameters) {
    return parameters.find("rel=\"next\"") != std::string_view::npos ||
           parameters.find("rel=next") != std::string_view::npos;
}

}  // namespace

Result<RepositoryListing> parse_revision(std::string_view text, std::string_view source) {
    return read_response(text, source, false, listing_of);
}

Result<std::vector<HubFile>> parse_tree_page(std::string_view text, std::string_view source) {
    return read_response(text, source, true, tree_files_of);
}

std::string next_page(std::string_view link_header) {
    while (true) {
        const std::size_t open = link_header.find('<');
        const std::size_t close = open == std::string_view::npos ? open : link_header.find('>', open);
        if (close == std::string_view::npos)
            return {};
        const std::string_view address = link_header.substr(open + 1, close - open - 1);
        link_header.remove_prefix(close + 1);
        if (says_next(link_header.substr(0, link_header.find('<'))))
            return std::string(address);
    }
}

Result<std::vector<SearchHit>> parse_search(std::string_view text, std::string_view source) {
    return read_response(text, source, true, hits_of);
}

}  // namespace tunebench
