// The list of methods.
#include "core/methods/method.h"

#include <array>
#include <functional>
#include <numeric>

#define add(name) \
    namespace tunebench::name { \
    const Method& method(); \
    }
#include "core/methods/methods.def"
#undef add

namespace tunebench {

std::int64_t TrainableTensor::count() const {
    return std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
}

std::int64_t MethodPlan::trainable_count() const {
    std::int64_t count = 0;
    for (const auto& tensor : tensors)
        count += tensor.count();
    return count;
}

std::span<const Method* const> all_methods() {
    static const std::array methods = {
#define add(name) &name::method(),
#include "core/methods/methods.def"
#undef add
    };
    return methods;
}

const Method* find_method(std::string_view id) {
    for (const auto* method : all_methods())
        if (method->id == id)
            return method;
    return nullptr;
}

const AdapterFormat* find_adapter_format(const Method& method, std::string_view format) {
    for (const auto& known : method.adapter_formats)
        if (known.format == format)
            return &known;
    return nullptr;
}

std::vector<std::string_view> adapter_formats_for(const Method& method, const ModelConfig& model,
                                                  const ParamMap& params) {
    std::vector<std::string_view> formats;
    for (const auto& known : method.adapter_formats)
        if (known.write(model, params, /*base_model=*/""))
            formats.push_back(known.format);
    return formats;
}

}  // namespace tunebench
