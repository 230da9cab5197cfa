#include "ui/widgets/combo_edit.h"
