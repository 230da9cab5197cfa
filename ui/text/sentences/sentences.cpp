#include "ui/text/sentences/sentences.h"

namespace tunebench::ui {

std::vector<const char*> coreSentenceTexts() {
    std::vector<const char*> texts;
    for (const auto& list :
         {findingSentences(), methodSentences(), settingSentences(), runSentences(), dataSentences(),
          fileSentences(), modelSentences(), hubSentences(), historySentences()})
        texts.insert(texts.end(), list.begin(), list.end());
    return texts;
}

}  // namespace tunebench::ui
