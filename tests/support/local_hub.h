// LocalHub: plays the hub with a server for its own answers and a second one, another origin, for large
// files. Repositories are made of texts. A hook sees every reply before it is sent and may spoil it.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "tests/support/http_server.h"

namespace tunebench::test {

struct LocalFile {
    std::string content = {};
    bool is_large = false;  // stored by git LFS: named by its SHA-256 and served by the second server
};

struct LocalRepository {
    std::string id = {};
    std::string kind = "models";
    std::string commit = {};
    std::map<std::string, LocalFile> files = {};
    std::int64_t downloads = 7;
    std::string licence = "mit";
    bool is_gated = false;  // says so in searches only
};

/// Of a blob as git computes it, and of a file.
std::string git_hash(const std::string& content);
std::string hash_of(const LocalFile& file);

class LocalHub {
public:
    using Hook = std::function<void(const HttpServed&, HttpReply&)>;

    LocalHub();

    void put(const LocalRepository& repository);
    void set_hook(Hook hook);                   // for both servers
    void list_without_hashes();                 // as some mirrors do
    void list_by_pages(std::size_t page_size);  // no files in the revision's answer, a tree instead

    std::string url() const { return front_.url(); }
    const HttpServer& front() const { return front_; }
    const HttpServer& store() const { return store_; }

    /// Of both servers.
    std::size_t request_count() const { return front_.requests().size() + store_.requests().size(); }
    void forget_requests();

private:
    HttpReply answer(const HttpServed& request);
    HttpReply answer_store(const HttpServed& request);
    HttpReply route(const HttpServed& request) const;
    HttpReply revision_of(const LocalRepository& repository) const;
    HttpReply tree_of(const LocalRepository& repository, const std::string& target) const;
    HttpReply search(const std::string& target) const;
    HttpReply file_of(const LocalRepository& repository, const std::string& path) const;

    mutable std::mutex mutex_;
    std::vector<LocalRepository> repositories_;  // these are guarded by mutex_
    Hook hook_ = [](const HttpServed&, HttpReply&) {};
    bool list_has_hashes_ = true;
    std::size_t page_size_ = 0;  // 0: no pages
    HttpServer store_;
    HttpServer front_;  // last: its threads use the rest
};

}  // namespace tunebench::test
