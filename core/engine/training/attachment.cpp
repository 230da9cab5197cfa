// The engine's list of methods: the same file as core's.
#include "core/engine/training/attachment.h"

#include <array>

#define add(name) \
    namespace tunebench::name { \
    const Attachment& attachment(); \
    }
#include "core/methods/methods.def"
#undef add

namespace tunebench {

const Attachment* find_attachment(std::string_view method_id) {
    static const std::array attachments = {
#define add(name) &name::attachment(),
#include "core/methods/methods.def"
#undef add
    };
    for (const auto* attachment : attachments)
        if (attachment->id == method_id)
            return attachment;
    return nullptr;
}

}  // namespace tunebench
