// A cache as another tool of Hugging Face leaves it, laid out by hand after the hub's documentation ("Hub
// Local Cache"), without any code of Tunebench.
#pragma once

#include <filesystem>
#include <string>

#include "tests/core/base/folder_of_files.h"

namespace tunebench::test {

class SharedCache {
public:
    std::filesystem::path path() const { return folder_.path(); }
    std::filesystem::path repository() const { return path() / name_; }
    std::filesystem::path snapshot(const std::string& commit) const {
        return repository() / "snapshots" / commit;
    }

    explicit SharedCache(std::string folder_name = "models--org--name") : name_(std::move(folder_name)) {}

    void add_blob(const std::string& hash, const std::string& content) const {
        folder_.write(name_ + "/blobs/" + hash, content);
    }

    /// `target` as the documentation has it: "../../blobs/<hash>".
    void add_link(const std::string& commit, const std::string& path, const std::string& target) const {
        const auto link = snapshot(commit) / path;
        std::filesystem::create_directories(link.parent_path());
        std::filesystem::create_symlink(target, link);
    }

    void add_copy(const std::string& commit, const std::string& path, const std::string& content) const {
        folder_.write(name_ + "/snapshots/" + commit + "/" + path, content);
    }

    void add_ref(const std::string& revision, const std::string& text) const {
        folder_.write(name_ + "/refs/" + revision, text);
    }

private:
    FolderOfFiles folder_;
    std::string name_;
};

}  // namespace tunebench::test
