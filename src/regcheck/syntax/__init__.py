"""Floor 2: spec files to syntax trees and back."""
