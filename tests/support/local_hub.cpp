#include "tests/support/local_hub.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/sha256.h"
#include "core/hub/network/content_hash.h"

namespace tunebench::test {
namespace {

HttpReply not_found(const std::string& code) {
    return {.status = 404, .headers = {{"X-Error-Code", code}}, .body = "{\"error\":\"not found\"}"};
}

HttpReply json_reply(const Json& json) {
    return {.headers = {{"Content-Type", "application/json"}}, .body = json_text(json)};
}

/// The text after "NAME=" in the query.
std::string query_value(const std::string& target, const std::string& name) {
    const std::size_t at = target.find(name + "=");
    if (at == std::string::npos)
        return {};
    const std::string value = target.substr(at + name.size() + 1);
    return value.substr(0, value.find('&'));
}

std::string decoded(const std::string& text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            plain += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
            i += 2;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

Json sibling_of(const std::string& path, const LocalFile& file, bool with_hash) {
    Json entry = {{"rfilename", path}};
    if (!with_hash)
        return entry;
    entry["size"] = file.content.size();
    entry["blobId"] = file.is_large ? git_hash("pointer to " + path) : hash_of(file);
    if (file.is_large)
        entry["lfs"] = {{"sha256", hash_of(file)}, {"size", file.content.size()}, {"pointerSize", 130}};
    return entry;
}

Json tree_entry_of(const std::string& path, const LocalFile& file) {
    Json entry = {{"type", "file"}, {"path", path}, {"size", file.content.size()}};
    entry["oid"] = file.is_large ? git_hash("pointer to " + path) : hash_of(file);
    if (file.is_large)
        entry["lfs"] = {{"oid", hash_of(file)}, {"size", file.content.size()}, {"pointerSize", 130}};
    return entry;
}

}  // namespace

std::string git_hash(const std::string& content) {
    ContentHash hash(std::string(40, '0'), content.size());
    hash.update(content);
    return hash.hex();
}

std::string hash_of(const LocalFile& file) {
    return file.is_large ? sha256_hex(file.content) : git_hash(file.content);
}

LocalHub::LocalHub()
    : store_([this](const HttpServed& request) { return answer_store(request); }),
      front_([this](const HttpServed& request) { return answer(request); }) {}

void LocalHub::put(const LocalRepository& repository) {
    const std::lock_guard lock(mutex_);
    std::erase_if(repositories_, [&](const LocalRepository& old) {
        return old.id == repository.id && old.kind == repository.kind;
    });
    repositories_.push_back(repository);
}

void LocalHub::set_hook(Hook hook) {
    const std::lock_guard lock(mutex_);
    hook_ = std::move(hook);
}

void LocalHub::list_without_hashes() {
    const std::lock_guard lock(mutex_);
    list_has_hashes_ = false;
}

void LocalHub::list_by_pages(std::size_t page_size) {
    const std::lock_guard lock(mutex_);
    page_size_ = page_size;
}

void LocalHub::forget_requests() {
    front_.forget_requests();
    store_.forget_requests();
}

HttpReply LocalHub::answer(const HttpServed& request) {
    const std::lock_guard lock(mutex_);
    HttpReply reply = route(request);
    hook_(request, reply);
    return reply;
}

HttpReply LocalHub::route(const HttpServed& request) const {
    const std::string path = request.target.substr(0, request.target.find('?'));
    if (path == "/api/models" || path == "/api/datasets")
        return search(request.target);
    for (const LocalRepository& repository : repositories_) {
        const std::string api = fmt::format("/api/{}/{}/", repository.kind, repository.id);
        if (path.starts_with(api + "revision/"))
            return revision_of(repository);
        if (path.starts_with(api + "tree/"))
            return tree_of(repository, request.target);
        const auto* prefix = repository.kind == "datasets" ? "/datasets/" : "/";
        const std::string files = fmt::format("{}{}/resolve/{}/", prefix, repository.id, repository.commit);
        if (path.starts_with(files))
            return file_of(repository, decoded(path.substr(files.size())));
    }
    return not_found("RepoNotFound");
}

HttpReply LocalHub::revision_of(const LocalRepository& repository) const {
    Json json = {{"id", repository.id}, {"sha", repository.commit}};
    for (const auto& [path, file] : repository.files)
        if (page_size_ == 0)
            json["siblings"].push_back(sibling_of(path, file, list_has_hashes_));
    return json_reply(json);
}

HttpReply LocalHub::tree_of(const LocalRepository& repository, const std::string& target) const {
    const std::string cursor = query_value(target, "cursor");
    const std::size_t begin = cursor.empty() ? 0 : std::stoul(cursor);
    Json entries = Json::array({{{"type", "directory"}, {"path", "folder"}, {"oid", "0"}, {"size", 0}}});
    std::size_t index = 0;
    for (const auto& [path, file] : repository.files) {
        if (index >= begin && index < begin + page_size_)
            entries.push_back(tree_entry_of(path, file));
        ++index;
    }
    HttpReply reply = json_reply(entries);
    if (begin + page_size_ < index)
        reply.headers.emplace_back(
            "Link", fmt::format("<{}/api/{}/{}/tree/{}?recursive=true&cursor={}>; rel=\"next\"", front_.url(),
                                repository.kind, repository.id, repository.commit, begin + page_size_));
    return reply;
}

HttpReply LocalHub::search(const std::string& target) const {
    Json hits = Json::array();
    for (const LocalRepository& repository : repositories_)
        if (target.starts_with("/api/" + repository.kind + "?") &&
            repository.id.find(decoded(query_value(target, "search"))) != std::string::npos)
            hits.push_back({{"id", repository.id},
                            {"downloads", repository.downloads},
                            {"likes", 3},
                            {"tags", {"license:" + repository.licence}},
                            {"gated", repository.is_gated ? Json("manual") : Json(false)},
                            {"lastModified", "2025-03-01T12:00:00.000Z"}});
    return json_reply(hits);
}

HttpReply LocalHub::file_of(const LocalRepository& repository, const std::string& path) const {
    const auto found = repository.files.find(path);
    if (found == repository.files.end())
        return not_found("EntryNotFound");
    const LocalFile& file = found->second;
    HttpReply reply{.headers = {{"X-Repo-Commit", repository.commit}}};
    if (file.is_large) {
        reply.status = 302;
        reply.headers.emplace_back("X-Linked-Etag", fmt::format("\"{}\"", hash_of(file)));
        reply.headers.emplace_back("X-Linked-Size", std::to_string(file.content.size()));
        reply.headers.emplace_back("Location",
                                   fmt::format("{}/{}?signature=s3cret", store_.url(), hash_of(file)));
    } else {
        reply.headers.emplace_back("ETag", fmt::format("\"{}\"", hash_of(file)));
        reply.body = file.content;
    }
    return reply;
}

HttpReply LocalHub::answer_store(const HttpServed& request) {
    const std::lock_guard lock(mutex_);
    HttpReply reply = not_found("BlobNotFound");
    for (const LocalRepository& repository : repositories_)
        for (const auto& [path, file] : repository.files)
            if (file.is_large && request.target.starts_with("/" + hash_of(file)))
                reply = {.headers = {{"ETag", "\"named-otherwise-here\""}}, .body = file.content};
    hook_(request, reply);
    return reply;
}

}  // namespace tunebench::test
