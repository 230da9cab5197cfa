#include "core/base/contained_path.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/utf8.h"

namespace tunebench {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxComponentBytes = 255;
constexpr std::size_t kMaxNameBytes = 4096;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// CON, NUL, COM1, ... with any extension: devices on Windows, where a model folder may be copied to.
bool is_device_name(std::string_view component) {
    constexpr std::array<std::string_view, 6> kDevices = {"con", "prn", "aux", "nul", "conin$", "conout$"};
    std::string stem(component.substr(0, component.find('.')));
    std::transform(stem.begin(), stem.end(), stem.begin(), lower);
    while (!stem.empty() && stem.back() == ' ')
        stem.pop_back();
    if (std::find(kDevices.begin(), kDevices.end(), stem) != kDevices.end())
        return true;
    return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && stem[3] >= '0' &&
           stem[3] <= '9';
}

bool has_control_character(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

/// Why the component is refused; empty when it is fine.
std::string_view component_fault(std::string_view component) {
    if (component.empty())
        return "it has an empty component";
    if (component == "." || component == "..")
        return "it has the component \".\" or \"..\"";
    if (component.size() > kMaxComponentBytes)
        return "a component is longer than 255 bytes";
    if (component.back() == '.' || component.back() == ' ')
        return "a component ends with a dot or a space";
    if (is_device_name(component))
        return "a component is the name of a device";
    return {};
}

std::string_view name_fault(std::string_view name) {
    if (name.empty())
        return "it is empty";
    if (name.size() > kMaxNameBytes)
        return "it is longer than 4096 bytes";
    if (name.front() == '/')
        return "it is absolute";
    if (!is_valid_utf8(name))
        return "it is not valid UTF-8";
    if (has_control_character(name))
        return "it has a control character";
    if (name.find_first_of("\\:*?\"<>|") != std::string_view::npos)
        return "it has one of the characters \\ : * ? \" < > |";
    return {};
}

std::vector<std::string_view> split(std::string_view name) {
    std::vector<std::string_view> components;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        components.push_back(name.substr(begin, end - begin));
        begin = end + 1;
    }
    return components;
}

Error refused(const fs::path& root, std::string_view name, std::string_view reason) {
    constexpr std::size_t kShown = 100;
    const std::string shown = json_text(Json(std::string(name.substr(0, kShown))));
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("The file name {} for the folder {} is refused: {}.", shown, root.string(),
                                   reason),
            .hint =
                "Such a name would reach outside its folder, or exist on some systems only. "
                "The file that holds it may be damaged or hostile."};
}

bool is_inside(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

/// The blobs of a snapshot in a Hugging Face cache: models--org--name/snapshots/<revision> -> .../blobs.
std::optional<fs::path> blobs_of_snapshot(const fs::path& root) {
    const fs::path snapshots = root.parent_path();
    const fs::path repository = snapshots.parent_path();
    const std::string name = repository.filename().string();
    const bool is_repository = name.starts_with("models--") || name.starts_with("datasets--");
    if (snapshots.filename() != "snapshots" || !is_repository)
        return std::nullopt;
    return repository / "blobs";
}

/// Follows the links of the part that exists; `root` and `blobs` are canonical.
std::string_view link_fault(const fs::path& root, const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::symlink_status(path, error);
    if (!fs::exists(status))
        return {};
    const fs::path target = fs::canonical(path, error);
    if (error)
        return "it is a symbolic link to nothing";
    const auto blobs = blobs_of_snapshot(root);
    if (is_inside(target, root) || (blobs && is_inside(target, *blobs)))
        return {};
    return "a symbolic link leads out of the folder";
}

}  // namespace

Result<fs::path> contained_path(const fs::path& root, std::string_view untrusted_name) {
    if (const auto fault = name_fault(untrusted_name); !fault.empty())
        return refused(root, untrusted_name, fault);
    std::error_code error;
    const fs::path canonical_root = fs::canonical(root, error);
    if (error)
        return Error{.code = ErrorCode::NotFound,
                     .message = fmt::format("The folder {} does not exist.", root.string()),
                     .hint = "Check the path."};
    fs::path path = root;
    fs::path walked = canonical_root;
    for (const std::string_view component : split(untrusted_name)) {
        if (const auto fault = component_fault(component); !fault.empty())
            return refused(root, untrusted_name, fault);
        path /= component;
        walked /= component;
        if (const auto fault = link_fault(canonical_root, walked); !fault.empty())
            return refused(root, untrusted_name, fault);
    }
    return path;
}

}  // namespace tunebench
