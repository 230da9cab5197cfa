#include "core/engine/exporting/adapterhub_names.h"

#include <fmt/format.h>

#include "core/methods/adapterhub_file.h"

namespace tunebench::adapterhub {
namespace {

std::string renamed(std::string tensor, std::string_view before, std::string_view after) {
    const auto found = tensor.find(before);
    const auto end = found == std::string::npos ? found : tensor.find(after, found + before.size());
    if (end == std::string::npos)
        return tensor;
    const auto begin = found + before.size();
    return tensor.replace(begin, end - begin, kAdapterName);
}

}  // namespace

Result<std::map<std::string, at::Tensor>> under_our_name(std::map<std::string, at::Tensor> tensors,
                                                         std::string_view before, std::string_view after,
                                                         const std::string& source) {
    std::map<std::string, at::Tensor> ours;
    for (auto& [name, tensor] : tensors)
        if (!ours.emplace(renamed(name, before, after), std::move(tensor)).second)
            return Error{.code = ErrorCode::Unsupported,
                         .message = fmt::format("{} holds more than one adapter", source),
                         .hint = "Save each of them in a folder of its own."};
    return ours;
}

}  // namespace tunebench::adapterhub
