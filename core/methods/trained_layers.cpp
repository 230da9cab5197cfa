#include "core/methods/trained_layers.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace tunebench {
namespace {

bool names_module(std::string_view tensor, std::string_view module) {
    return !module.empty() && tensor.find(module) != std::string_view::npos;
}

/// The block that a tensor belongs to; 0 for embeddings, `count` for what follows the blocks.
std::int64_t layer_of(std::string_view tensor, const ModuleNames& names, std::int64_t count) {
    const auto before = names.layers + ".";
    if (const auto at = tensor.find(before); at != std::string_view::npos) {
        std::int64_t layer = 0;
        const auto* begin = tensor.data() + at + before.size();
        std::from_chars(begin, tensor.data() + tensor.size(), layer);
        return layer;
    }
    for (const auto* module :
         {&names.embedding, &names.position_embedding, &names.token_type_embedding, &names.embedding_norm})
        if (names_module(tensor, *module))
            return 0;
    return count;
}

}  // namespace

std::int64_t first_trained_layer(const ModelConfig& model, const std::vector<TrainableTensor>& tensors) {
    const auto& names = module_names(model);
    auto first = model.num_hidden_layers;
    for (const auto& tensor : tensors)
        first = std::min(first, layer_of(tensor.name, names, model.num_hidden_layers));
    return first;
}

}  // namespace tunebench
