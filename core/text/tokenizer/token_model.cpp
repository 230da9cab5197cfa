#include "core/text/tokenizer/token_model.h"

#include "core/text/tokenizer/bpe_model.h"

namespace tunebench {

Result<std::unique_ptr<const TokenModel>> make_token_model(const ComponentDescription& description) {
    static constexpr ComponentType<TokenModel> kTypes[] = {
        {"BPE", &make_bpe_model},
    };
    const Json& json = description.json();
    if (!find_member(json, "type") && find_member(json, "merges"))  // files of before the type was written
        return make_bpe_model(description);
    return make_component<TokenModel>(description, "model", kTypes);
}

}  // namespace tunebench
